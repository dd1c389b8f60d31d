import pytest

from danchieu.domain.limits import Limits
from danchieu.errors import SettingsError
from danchieu.settings import LOOPBACK, load_settings, require_guarded


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch, tmp_path):
    for name in ("DATA_DIR", "DATABASE_URL", "HOST", "PORT", "CONFIG", "WORKERS"):
        monkeypatch.delenv(f"DANCHIEU_{name}", raising=False)
    monkeypatch.chdir(tmp_path)


def test_defaults_are_sqlite_in_the_data_folder_on_loopback(monkeypatch, tmp_path):
    monkeypatch.setenv("DANCHIEU_DATA_DIR", str(tmp_path))
    settings = load_settings()
    assert settings.database == f"sqlite:///{tmp_path}/danchieu.sqlite"
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.limits == Limits()
    assert (settings.rules_dir / "README.md").is_file()


def test_environment_wins_over_the_file(monkeypatch, tmp_path):
    (tmp_path / "danchieu.toml").write_text("port = 9001\nworkers = 3\n", "utf-8")
    monkeypatch.setenv("DANCHIEU_PORT", "9002")
    settings = load_settings()
    assert (settings.port, settings.workers) == (9002, 3)


def test_command_line_wins_over_the_environment(monkeypatch):
    monkeypatch.setenv("DANCHIEU_PORT", "9002")
    assert load_settings(port=9003, host=None).port == 9003


def test_a_named_file_is_read(monkeypatch, tmp_path):
    path = tmp_path / "other.toml"
    path.write_text('database_url = "sqlite:///x.sqlite"\n', "utf-8")
    monkeypatch.setenv("DANCHIEU_CONFIG", str(path))
    assert load_settings().database == "sqlite:///x.sqlite"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "0"),
        ("PORT", "eighty"),
        ("WORKERS", "0"),
        ("LOG_LEVEL", "loud"),
        ("MAX_MEMORY_BYTES", "10"),
        ("DATABASE_URL", ""),
        ("CONFIG", "/nowhere/danchieu.toml"),
    ],
)
def test_a_wrong_value_names_its_setting(monkeypatch, name, value):
    monkeypatch.setenv(f"DANCHIEU_{name}", value)
    with pytest.raises(SettingsError, match=f"DANCHIEU_{name}"):
        load_settings()


@pytest.mark.parametrize("content", ["colour = 'red'\n", "port ="])
def test_a_wrong_file_is_refused(tmp_path, content):
    (tmp_path / "danchieu.toml").write_text(content, "utf-8")
    with pytest.raises(SettingsError, match=r"COLOUR|danchieu\.toml"):
        load_settings()


@pytest.mark.parametrize("host", LOOPBACK)
def test_loopback_hosts_are_accepted(host):
    assert require_guarded(load_settings(host=host), has_keys=False) is None


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "", "::"])
def test_other_hosts_are_refused(host):
    with pytest.raises(SettingsError, match="DANCHIEU_HOST"):
        require_guarded(load_settings(host=host), has_keys=False)


def test_other_hosts_are_accepted_once_there_are_keys():
    settings = load_settings(host="192.168.1.4")
    assert require_guarded(settings, has_keys=True) is None
