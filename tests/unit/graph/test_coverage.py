from danchieu.graph import Unit, cover

OLD_A, OLD_B = Unit("a", "A"), Unit("b", "B")
NEW_A = Unit("a@2025", "A", ("a", "b"))


def test_a_unit_without_documents_is_in_the_list():
    first, second = cover([OLD_A, OLD_B], [("a", "plan")])
    assert (first.own, first.known) == (("plan",), True)
    assert (second.own, second.known) == ((), False)


def test_lower_bodies_do_not_speak_for_the_unit():
    (found,) = cover([OLD_A], [], [("a", "plan of a department")])
    assert (found.known, found.lower) == (False, ("plan of a department",))


def test_what_was_merged_into_a_unit_is_told_apart():
    (found,) = cover([NEW_A], [("b", "old plan")], [("a", "a report")])
    assert (found.own, found.forerunners) == ((), ("old plan",))
    assert found.lower == ("a report",)
    assert found.known


def test_what_belongs_to_no_unit_is_left_out():
    assert cover([OLD_A], [("z", "plan")])[0].own == ()
