"""Which namings of one code can stand otherwise when some of them come or go."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from danchieu.store import Naming
from danchieu.usecases.kinship import Kin


def tied_to(touched: Collection[Naming], namings: Sequence[Naming]) -> list[Naming]:
    """Return those of ``namings`` that chains of ties bind to the ``touched`` ones.

    Two are tied that may be one document, or of which one document tells too little.
    A number is given anew every year, so most of a code stays outside. An alias looks
    at all of its code: where there is one, nothing stays outside.
    """
    if any(n.by_alias for n in (*touched, *namings)):
        return list(namings)
    kin = Kin(namings)
    kept = set(namings)
    of_one_document: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        if naming.only_in is not None:
            of_one_document[naming.only_in].append(naming)
    bound = {naming: None for naming in touched if naming in kept}
    open_ends = list(touched)
    while open_ends:
        naming = open_ends.pop()
        same_document = of_one_document.get(naming.only_in or "", ())
        for other in (*kin.near(naming), *same_document):
            if other not in bound:
                bound[other] = None
                open_ends.append(other)
    return list(bound)
