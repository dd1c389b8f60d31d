"""Some files of each harmful kind, through real worker processes."""

import pytest
from factories import ROOT
from hostile_files import hostile_files
from media import TESSDATA

from danchieu.domain.limits import Limits
from danchieu.errors import DocumentError
from danchieu.jobs import ChainConfig, ReaderPool

COUNT, SEED = 60, 3
LIMITS = Limits(seconds=60.0, memory_bytes=1024**3)


@pytest.fixture(scope="module")
def pool():
    config = ChainConfig(ROOT / "extraction_rules", TESSDATA, LIMITS)
    pool = ReaderPool(config, workers=2)
    yield pool
    pool.close()


def test_every_harmful_file_gives_a_result_or_an_error_of_the_document(pool):
    files = list(hostile_files(SEED, COUNT))
    begun = [(name, pool.submit(name, content)) for _, name, content in files]
    for name, future in begun:
        try:
            future.result(600)
        except DocumentError as error:
            assert name in str(error)


def test_equal_seeds_give_equal_files():
    made, again = list(hostile_files(5, 12)), list(hostile_files(5, 12))
    assert made == again
