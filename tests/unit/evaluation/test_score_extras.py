from unit.evaluation.gold_samples import own

from danchieu.evaluation import GoldDocument, read_answer, score_results


def counts(wanted, given, field):
    gold = GoldDocument.model_validate(own(**wanted))
    score = score_results([gold], {"kh-7": read_answer(given)}).fields.get(field)
    return (score.right, score.wrong, score.missed) if score else None


def relation(subject, kind, target, resolved=None):
    return {
        "subject": subject,
        "relation": kind,
        "object": target,
        "object_resolved_code": resolved,
    }


def test_warnings_are_a_set_of_codes():
    given = {"warnings": [{"code": "odd-date"}, {"code": "odd-date"}, {"code": "x"}]}
    wanted = {"warnings": ["odd-date", "two-dates"]}
    assert counts(wanted, given, "warnings") == (1, 1, 1)


def test_a_stated_relation_needs_both_ends_and_the_kind():
    said = relation("7/KH-SYT", "implements", "Chiến lược tiêm chủng", "5/QĐ-TTg")
    for given, right in [
        (relation("07/KH-SYT", "implements", "5/QĐ-TTg", "5/QĐ-TTg"), 1),
        (relation("7/KH-SYT", "implements", "chiến lược tiêm chủng"), 1),
        (relation("7/KH-SYT", "amends", "Chiến lược tiêm chủng", "5/QĐ-TTg"), 0),
        (relation("8/KH-SYT", "implements", "Chiến lược tiêm chủng", "5/QĐ-TTg"), 0),
    ]:
        answer = {"stated_relations": [given]}
        found = counts({"stated_relations": [said]}, answer, "stated_relations")
        assert found[0] == right


def test_a_described_document_is_scored_with_what_it_implements():
    described = dict.fromkeys(("code", "type", "date", "issuer", "title"))
    described |= {"code": "7/KH-SYT", "implements": ["5/QĐ-TTg"]}
    given = {"described_documents": [{"code": "7/KH-SYT", "implements": []}]}
    wanted = {"described_documents": [described]}
    assert counts(wanted, given, "described_documents") == (1, 0, 1)


def test_a_draft_is_scored_where_either_side_says_so():
    assert counts({"draft": True}, {"draft": False}, "draft") == (0, 0, 1)
    assert counts({"draft": False}, {"draft": False}, "draft") is None
