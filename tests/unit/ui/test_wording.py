from typing import get_args

from danchieu.contract import TraceEntry
from danchieu.contract.parts import Relation
from danchieu.domain.citation import RELATIONS as DOMAIN_RELATIONS
from danchieu.ui.wording import RELATIONS, TRACE_GROUPS


def test_every_relation_has_its_words():
    assert set(RELATIONS) == set(get_args(Relation)) == set(DOMAIN_RELATIONS)


def test_every_way_of_a_trace_has_its_heading():
    ways = TraceEntry.model_fields["relation"].annotation
    assert set(TRACE_GROUPS) == set(get_args(ways))
