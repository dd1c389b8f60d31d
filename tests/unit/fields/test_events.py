from factories import knowledge, text_of

from danchieu.domain.outline import Outline, Region
from danchieu.domain.text import Span
from danchieu.fields.actors import ActorReader
from danchieu.fields.events import read_events


def events(value):
    text = text_of(value)
    outline = Outline((Region("body", Span(0, len(text.value))),))
    actors = ActorReader(knowledge().rules, lambda start, _limit: start)
    return read_events(text, outline, knowledge().rules, actors)


def test_date_hosts_and_name():
    (event,) = events(
        "Sáng ngày 5/4/2024, Sở Y tế phối hợp với Hội Đông y tổ chức Hội nghị sơ kết "
        "công tác quý I cho 50 cán bộ."
    )
    assert (event.date, event.printed, event.hosts) == (
        "2024-04-05",
        "Hội nghị sơ kết công tác quý I",
        ("Sở Y tế", "Hội Đông y"),
    )


def test_without_a_date_there_is_no_event():
    assert events("Sở Y tế tổ chức Hội nghị sơ kết công tác quý I cho cán bộ.") == ()
