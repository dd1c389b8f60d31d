import pytest

from danchieu.errors import RuleError
from danchieu.rules.tidying import tidy_paths, tidy_text


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("a: 1\n", "a: 1\n"),
        ("\ufeffa: 1", "a: 1\n"),
        ("a: 1  \r\n\r\n\r\n", "a: 1\n"),
        ("a: so\u0302\u0301\n", "a: số\n"),
        ("a: 1\n\nb: 2\n", "a: 1\n\nb: 2\n"),
    ],
)
def test_a_file_has_one_canonical_form(tmp_path, written, tidy):
    path = tmp_path / "a.yaml"
    path.write_bytes(written.encode())
    assert tidy_text(path).decode() == tidy


def test_other_charsets_are_refused(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: s\xf4")
    with pytest.raises(RuleError, match=r"a\.yaml.*UTF-8"):
        tidy_text(path)


def test_files_come_in_a_fixed_order(tmp_path):
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.yaml").write_text("", "utf-8")
    assert [p.parent.name for p in tidy_paths(tmp_path)] == ["a", "b"]
