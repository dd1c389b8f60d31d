from concurrent.futures import ThreadPoolExecutor
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st
from synthetic_archive import graph_of, load_in_some_order, make_archive
from twins import PRIME_MINISTER, Cited, Own, committee, document

from danchieu.contract import to_result
from danchieu.errors import NotFoundError
from danchieu.usecases import open_memory_store, open_store, record_of, trace

SAO_MAI, HOA_BAN = committee("Sao Mai"), committee("Hoa Ban")
GOAL = "7/QĐ-TTg"
CODES = (GOAL, "12/KH-UBND", "1/CT-UBND")


def saying(body, own, *cited, stated=()):
    found = document(body, own, cited, stated=stated)
    return record_of(found, to_result(found))


def citing(number, *cited, stated=()):
    body = f"{number}: " + "; ".join(c.printed for c in cited)
    own = Own(f"{number}/BC-SX", issuer=SAO_MAI, date="2022-05-05")
    return saying(body, own, *cited, stated=stated)


def plan(relation="implements", date=None, issuer=None):
    return Cited("KH 12", relation, "12/KH-UBND", date, issuer)


RECORDS = (
    saying(
        "Kế hoạch một: QĐ 7",
        Own("12/KH-UBND", issuer=SAO_MAI, date="2021-03-01", title="trồng cây"),
        Cited("QĐ 7", "implements", GOAL, "2020-02-02", PRIME_MINISTER),
    ),
    saying(
        "Kế hoạch hai: QĐ 7",
        Own("12/KH-UBND", issuer=HOA_BAN, date="2021-03-01", title="đắp đê"),
        Cited("QĐ 7", "based_on", GOAL, "2020-02-02", PRIME_MINISTER),
    ),
    saying("bản scan", Own("12/KH-UBND", date="2021-03-01", title="trồng cây")),
    citing(1, plan(issuer=SAO_MAI)),
    citing(2, plan(date="2021-03-01")),
    citing(3, plan(date="2014-03-01", issuer=SAO_MAI)),
    citing(4, plan("reports_on"), stated=[("12/KH-UBND", "implements", "CL", GOAL)]),
    citing(5, Cited("CL", "implements", name="CL", resolved_code=GOAL)),
    citing(6, Cited("QĐ 7", "implements", GOAL, "2015-09-09", PRIME_MINISTER)),
    citing(7, Cited("CT 1", "mentions", "1/CT-UBND", "2021-01-16", SAO_MAI)),
    citing(8, Cited("CT 1", "mentions", "1/CT-UBND", "2014-01-16", SAO_MAI)),
    *(
        citing(
            9 + n,
            Cited("QĐ 7", "mentions", GOAL, "2020-02-02", PRIME_MINISTER, name=name),
        )
        for n, name in enumerate(("Đề án cây xanh", "Đề án cây rừng", "Đề án"))
    ),
)


def answers(store):
    """Return all that the archive says of its documents, whatever their order."""

    def traced(code):
        try:
            return trace(store, code)
        except NotFoundError:
            return None

    held = sorted(s.id for s in store.summaries(limit=99))
    nodes = {n for code in CODES for n in store.nodes_of_code(code.casefold())}
    return (
        {i: store.placements(i) for i in held},
        [traced(code) for code in CODES],
        store.nodes(nodes),
    )


def archive_of(records, gone=()):
    store = open_memory_store()
    for record in records:
        store.save(record)
    for record in gone:
        store.remove(record.id)
    found = answers(store)
    store.close()
    return found


@settings(max_examples=25, deadline=None)
@given(st.permutations(RECORDS), st.integers(0, len(RECORDS)))
def test_the_graph_follows_from_what_is_held(order, kept):
    stay, gone = order[:kept], order[kept:]
    expected = archive_of(sorted(stay, key=lambda r: r.id))
    assert archive_of(order, gone) == expected


def test_all_orders_of_four_give_one_graph():
    four = [RECORDS[i] for i in (0, 3, 5, 8)]
    expected = archive_of(four)
    assert all(archive_of(order) == expected for order in permutations(four))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(RECORDS), min_size=1, max_size=8))
def test_saving_again_changes_nothing(records):
    once = {r.id: r for r in records}
    assert archive_of(records) == archive_of(once.values())


@settings(max_examples=15, deadline=None)
@given(st.permutations(RECORDS))
def test_saving_all_at_once_is_saving_one_by_one(records):
    store = open_memory_store()
    store.save_all(records)
    assert answers(store) == archive_of(RECORDS)
    store.close()


def test_threads_that_save_and_ask_at_once_end_in_the_same_graph(
    database_url, tmp_path
):
    store = open_store(database_url, tmp_path)
    with ThreadPoolExecutor(8) as pool:
        saved = [pool.submit(store.save, r) for r in RECORDS]
        asked = [pool.submit(answers, store) for _ in range(12)]
        for future in (*saved, *asked):
            future.result()
    assert answers(store) == archive_of(RECORDS)
    store.close()


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_removals_and_corrections_on_the_way_leave_no_trace(seed, order):
    made = make_archive(40, seed)
    graphs = []
    for way in (order, order + 1):
        store = open_memory_store()
        load_in_some_order(store, made, way)
        graphs.append(graph_of(store, made))
        store.close()
    assert graphs[0] == graphs[1]


def test_both_databases_give_one_graph_after_removals(database_url, tmp_path):
    store = open_store(database_url, tmp_path)
    store.save_all(RECORDS[::-1])
    for record in RECORDS[::3]:
        store.remove(record.id)
        store.save(record)
    assert answers(store) == archive_of(RECORDS)
    store.close()
