"""Read back by rdflib, without the network: the context is written out."""

from __future__ import annotations

import pytest
from edtf import parse_edtf
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF

from app.pages.timeline.exports.linked import as_jsonld
from app.pages.timeline.records import Record
from tests.support.sheets import DATES, TALKS, WORDS, dated, sheet

#: rdflib's own reader of JSON-LD still makes one.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
SCHEMA = Namespace("https://schema.org/")
EVENT = URIRef("https://example.org/en/events/e1")
SAID = URIRef("https://example.org/en/events/s1")


def read(*records: Record) -> Graph:
    return Graph().parse(data="".join(as_jsonld(records, sheet())), format="json-ld")


def test_an_event_has_names_parties_place_and_article() -> None:
    graph = read(TALKS)
    assert (EVENT, RDF.type, SCHEMA.Event) in graph
    assert {*graph.objects(EVENT, SCHEMA.name)} == {
        Literal("محادثات بين البلدين", lang="ar"),
        Literal("Talks", lang="en"),
    }
    assert (EVENT, SCHEMA.about, URIRef("https://example.org/en/actors/ru")) in graph
    article = graph.value(EVENT, SCHEMA.subjectOf)
    assert (article, RDF.type, SCHEMA.NewsArticle) in graph
    assert str(graph.value(article, SCHEMA.datePublished)) == "2015-09-20"
    assert (EVENT, SCHEMA.eventStatus, SCHEMA.EventScheduled) in graph
    assert (EVENT, SCHEMA.sdPublisher, URIRef("https://example.org/")) in graph
    assert graph.value(EVENT, SCHEMA.location) is not None


def test_direct_speech_is_a_quotation_and_other_speech_a_claim() -> None:
    quotation = read(WORDS)
    assert (SAID, RDF.type, SCHEMA.Quotation) in quotation
    assert str(quotation.value(SAID, SCHEMA.text)) == WORDS.content
    assert quotation.value(SAID, SCHEMA.isPartOf) is not None
    indirect = dated("2015-09-21", kind="statement", public_id="s1", type="indirect", content="كلام")
    claim = read(indirect)
    assert (SAID, RDF.type, SCHEMA.Claim) in claim
    assert claim.value(SAID, SCHEMA.appearance) is not None


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2015-09-21", "2015-09-21", None),
        ("2015-10", "2015-10", None),
        ("2015-10-04/2015-10-07", "2015-10-04", "2015-10-07"),
        ("../2015-10-05", None, None),
        ("2015-09-21~", None, None),
        ("201X", None, None),
    ],
)
def test_only_what_iso_8601_can_say_is_a_start(edtf: str, start: str | None, end: str | None) -> None:
    graph = read(dated(edtf))
    told = [graph.value(EVENT, each) for each in (SCHEMA.startDate, SCHEMA.endDate)]
    assert [str(each) if each else None for each in told] == [start, end]


@pytest.mark.parametrize("edtf", DATES)
def test_every_date_is_edtf(edtf: str) -> None:
    (found,) = read(dated(edtf)).objects(EVENT, URIRef("http://purl.org/dc/terms/date"))
    assert isinstance(found, Literal)
    assert str(found.datatype) == "http://id.loc.gov/datatypes/edtf"
    assert parse_edtf(str(found)) is not None
