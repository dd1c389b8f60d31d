import csv
import xml.etree.ElementTree as ET
from itertools import islice

import networkx
import pytest
import rdflib
from rdflib.namespace import DCTERMS, RDF, RDFS
from small_archive import GOAL, small_archive

from danchieu.domain.link import Edge
from danchieu.exports.graph_ml import graph_ml
from danchieu.exports.linked_data import ELI, OURS, PREDICATES, ntriples
from danchieu.exports.neo4j import NODES, RELATIONSHIPS, write_neo4j
from danchieu.store import StoredNode

ODD = 'Lời "trích"\ncó \\ và <dấu> & \x07'


def odd_graph():
    """Return two nodes and an edge with signs that every format must escape."""
    none = (None,) * 4
    nodes = [
        StoredNode("n:1 #x", "1/KH-<X>", *none, ("d1",), (), None),
        StoredNode("n2", None, None, None, "2021-03", ODD, (), (), None),
    ]
    return [*nodes, Edge("n:1 #x", "guides", "n2", "d1", ODD, 2, 0.5)]


@pytest.fixture(scope="module")
def graph():
    store = small_archive()
    yield list(store.walk_graph())
    store.close()


def of(graph, kind):
    return [item for item in graph if isinstance(item, kind)]


def rdf_of(items, form="nt"):
    return rdflib.Graph().parse(data="".join(ntriples(items)), format=form)


@pytest.mark.parametrize("form", ["nt", "turtle"])
def test_rdf_is_read_back_in_both_forms(graph, form):
    read = rdf_of(graph, form)
    documents = set(read.subjects(RDF.type, rdflib.URIRef(ELI + "LegalResource")))
    assert len(documents) == len(of(graph, StoredNode))
    statements = set(read.subjects(RDF.type, RDF.Statement))
    assert len(statements) == len(of(graph, Edge))


def test_rdf_answers_who_implements(graph):
    asked = f"""
        SELECT ?code ?quote WHERE {{
          ?goal <{ELI}id_local> "{GOAL}" .
          ?plan <{ELI}implements> ?goal ; <{ELI}id_local> ?code .
          ?s <{RDF.subject}> ?plan ; <{RDF.object}> ?goal ;
             <{RDF.predicate}> <{ELI}implements> ; <{OURS}quote> ?quote .
        }}"""
    found = {str(row.code): str(row.quote) for row in rdf_of(graph).query(asked)}
    assert set(found) == {"12/KH-UBND", "9/KH-UBND", "3/KH-UBND", "4/KH-BTTTT"}
    assert found["12/KH-UBND"].startswith("Thực hiện Quyết định số 77/QĐ-TTg")


def test_rdf_describes_a_document(graph):
    read = rdf_of(graph)
    (plan,) = read.subjects(
        rdflib.URIRef(ELI + "id_local"), rdflib.Literal("12/KH-UBND")
    )
    assert (
        read.value(plan, rdflib.URIRef(ELI + "date_document")).toPython().year == 2021
    )
    body = read.value(plan, rdflib.URIRef(ELI + "passed_by"))
    assert str(read.value(body, RDFS.label)) == "Ủy ban nhân dân tỉnh Sơn La"
    identifiers = {str(i) for i in read.objects(plan, DCTERMS.identifier)}
    assert "urn:lex:vn;son.la:ubnd:ke.hoach:2021-03-01;12-kh-ubnd" in identifiers


def test_rdf_keeps_odd_signs_and_our_own_relations():
    read = rdf_of(odd_graph())
    (quote,) = read.objects(None, rdflib.URIRef(OURS + "quote"))
    assert str(quote) == ODD
    assert len(list(read.subject_objects(rdflib.URIRef(OURS + "guides")))) == 1
    assert len(list(read.subject_objects(rdflib.URIRef(ELI + "related_to")))) == 1
    assert "guides" not in PREDICATES


def test_graphml_is_read_back(graph, tmp_path):
    path = tmp_path / "graph.graphml"
    path.write_text("".join(graph_ml(graph)), "utf-8")
    read = networkx.read_graphml(path, force_multigraph=True)
    assert read.number_of_nodes() == len(of(graph, StoredNode))
    assert read.number_of_edges() == len(of(graph, Edge))
    by_code = {d.get("code"): n for n, d in read.nodes(data=True)}
    assert read.nodes[by_code["12/KH-UBND"]]["in_archive"] is True
    assert networkx.has_path(read, by_code["5/KH-SYT"], by_code[GOAL])
    (edge,) = read.get_edge_data(by_code["12/KH-UBND"], by_code[GOAL]).values()
    assert (edge["relation"], edge["page"]) == ("implements", 1)


def test_graphml_keeps_odd_signs(tmp_path):
    path = tmp_path / "graph.graphml"
    path.write_text("".join(graph_ml(odd_graph())), "utf-8")
    read = networkx.read_graphml(path)
    assert read.nodes["n2"]["title"] == ODD.replace("\x07", " ")
    assert ET.parse(path).getroot().tag.endswith("graphml")


def test_neo4j_files_have_the_headers_that_it_wants(graph, tmp_path):
    write_neo4j(graph, tmp_path / "neo")
    with (tmp_path / "neo" / NODES).open(encoding="utf-8", newline="") as file:
        nodes = list(csv.DictReader(file))
    with (tmp_path / "neo" / RELATIONSHIPS).open(encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file))
    ids = [n["node_id:ID"] for n in nodes]
    assert len(set(ids)) == len(ids) == len(of(graph, StoredNode))
    assert {n[":LABEL"] for n in nodes} == {"Document"}
    assert len(edges) == len(of(graph, Edge))
    ends = {e[":START_ID"] for e in edges} | {e[":END_ID"] for e in edges}
    assert ends <= set(ids)
    assert {"IMPLEMENTS", "AMENDS"} <= {e[":TYPE"] for e in edges}
    assert all(int(e["page:int"]) == 1 for e in edges)


def test_neo4j_values_stay_on_one_line(tmp_path):
    write_neo4j(odd_graph(), tmp_path)
    lines = (tmp_path / NODES).read_text("utf-8").splitlines()
    assert len(lines) == 3


def test_graphs_are_streams():
    def endless():
        while True:
            yield odd_graph()[0]

    assert any("<node" in part for part in islice(graph_ml(endless()), 20))
    assert next(ntriples(endless())).endswith(" .\n")
