"""Names the bodies behind a printed list."""

from collections.abc import Callable, Iterator

from danchieu.domain.agency import Agency
from danchieu.domain.text import Span
from danchieu.fields.actors import Actors
from danchieu.phrases.folding import strip_marks

_LONGEST_NAME = 170
ReadAgency = Callable[[str], Agency | None]


def bodies_of(
    value: str, actors: Actors, read_agency: ReadAgency
) -> Iterator[tuple[Agency, Span]]:
    """Yield the bodies of a list with their places.

    A subject of groups only ("các sở, ban, ngành, UBND các huyện") is one body.
    """
    name = whole_of if actors.all_groups else partners_of
    yield from name(value, actors, read_agency)


def whole_of(
    value: str, actors: Actors, read_agency: ReadAgency
) -> Iterator[tuple[Agency, Span]]:
    """Yield a list as one body, as those are meant whom a whole directive addresses."""
    if len(actors.spans) == 1:
        yield from partners_of(value, actors, read_agency)
        return
    whole = actors.whole
    printed = " ".join(value[whole.start : whole.end].split())
    yield _printed_body(printed, group=True), whole


def partners_of(
    value: str, actors: Actors | None, read_agency: ReadAgency
) -> Iterator[tuple[Agency, Span]]:
    """Yield every body and every group of a list of partners."""
    for span in actors.spans if actors else ():
        body = name_body(value[span.start : span.end], read_agency)
        if body:
            yield body, span


def name_body(phrase: str, read_agency: ReadAgency) -> Agency | None:
    """Return the known body, else one that carries the printed name."""
    printed = " ".join(phrase.split()).strip(" ,;.:-")
    if not printed or len(printed) > _LONGEST_NAME:
        return None
    known = read_agency(printed)
    if known is not None:
        return known
    return _printed_body(printed, group=False)


def _printed_body(printed: str, *, group: bool) -> Agency:
    return Agency(f"printed:{strip_marks(printed)}", printed, "other", group=group)
