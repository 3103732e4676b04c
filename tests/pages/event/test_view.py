"""The view is pure: made here from an event of our own, told by two papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from app.pages.event.records import Conflict, Event, Facts, Other, Party, Said, Source, Telling
from app.pages.event.view import EventView, build
from app.web.history import Arrival, Step
from app.web.i18n import language
from app.web.named import Link, Named
from app.web.render import date_words
from app.web.urls import Urls

TEXT = "وعقد الوزيران لقاء أمس في القاهرة."
PAPER = Named("some-paper", "صحيفة ما", "Some Paper")
SPEAKER = Named("said", "سعيد", "Said", "jo")


def source(article: str) -> Source:
    return Source(article, "خبر", "ar", PAPER, "2015-09-24", "stated")


def telling(
    id: str, article: str = "a1", *, sentence: int = 1, word: str = "لقاء", claim: str | None = None
) -> Telling:
    at = TEXT.index(word)
    return Telling(
        id=id,
        source=source(article),
        paragraph=1,
        sentence=sentence,
        start=100,
        text=TEXT,
        clause=(100, 100 + len(TEXT)),
        core=((100 + at, 100 + at + len(word)),),
        beside=(),
        chain=(),
        origin="some-paper",
        claim=claim,
        speaker=SPEAKER if claim else None,
        speaker_named=True,
        status="occurred",
        edtf="2015-09-23",
        date_text="أمس",
        anchor="publication 2015-09-24",
    )


def said(id: str) -> Said:
    return Said(id, source("a2"), 2, 1, 0, TEXT, ((0, 4),), SPEAKER, True, "denied", "direct", None, ())


def other(id: str, relation: str) -> Other:
    return Other(id, relation, "talks", "occurred", "محادثات", "Talks", "2015-10-07")


EVENT = Event(
    id="t1",
    type="meeting",
    status="occurred",
    headline_ar="لقاء",
    headline_en="Meeting",
    edtf="2015-09-23",
    earliest=date(2015, 9, 23),
    latest=date(2015, 9, 23),
    date_text="أمس",
    certainty="day",
    evidence="named",
    background=False,
    origins=2,
    place=None,
)
FACTS = Facts(
    EVENT,
    (Party(SPEAKER, "person", "participant"),),
    (telling("t1"), telling("t2", "a2")),
    (),
    (),
    (),
    (),
    (),
)


def view(facts: Facts = FACTS) -> EventView:
    return build(facts, language("en"), date_words("en"), Urls("en"))


def test_one_figure_a_telling_with_its_words_marked() -> None:
    figures = view().figures
    assert [f.source.article for f in figures] == ["a1", "a2"]
    assert ["".join(p.text for p in f.pieces if p.marked) for f in figures] == ["لقاء", "لقاء"]
    assert "".join(p.text for p in figures[0].pieces) == TEXT


def test_two_tellings_in_one_sentence_are_one_figure() -> None:
    (figure,) = view(replace(FACTS, tellings=(telling("t1"), telling("t2", word="أمس")))).figures
    assert [p.text for p in figure.pieces if p.marked] == ["لقاء", "أمس"]


def test_every_way_begins_with_the_paper() -> None:
    (first, _second) = view().figures
    assert [link.medium.slug for link in first.chain.links] == ["some-paper"]
    wire = Link(Named("wire", "وكالة", "Wire"), "نقلت وكالة")
    (figure,) = view(replace(FACTS, tellings=(replace(telling("t1"), chain=(wire,)),))).figures
    assert [link.medium.slug for link in figure.chain.links] == ["some-paper", "wire"]


def test_papers_that_go_back_to_one_wire_are_counted_once() -> None:
    wire = Named("wire", "وكالة", "Wire")
    through = [
        replace(telling(told, article), chain=(Link(PAPER, None), Link(wire, "نقلت وكالة")), origin="wire")
        for told, article in (("t1", "a1"), ("t2", "a2"))
    ]
    (one,) = view(replace(FACTS, tellings=tuple(through))).origins
    assert (one.name, [p.article for p in one.papers], one.itself) == (wire, ["a1", "a2"], False)
    by_speaker = replace(telling("t3", "a3", claim="s1"), origin="said")
    found = view(replace(FACTS, tellings=(telling("t1"), by_speaker))).origins
    assert [(o.name.slug, o.itself) for o in found] == [("some-paper", True), ("said", False)]


def test_the_reason_for_the_date_names_words_and_day() -> None:
    why = view().why
    assert why is not None
    assert why.words == "أمس"
    assert why.why == "counted from the day of publication, 24 September 2015"


def test_an_undated_event_has_no_reason() -> None:
    undated = replace(EVENT, edtf=None, earliest=None, latest=None, date_text=None)
    assert view(replace(FACTS, event=undated)).why is None


def test_codes_of_a_plan_differ_from_those_of_what_happened() -> None:
    planned = view(replace(FACTS, event=replace(EVENT, status="planned")))
    assert (view().code.plover, planned.code.plover) == ("CONSULT", "AGREE")


def test_a_statement_that_only_claims_the_event_is_not_told_twice() -> None:
    facts = replace(FACTS, tellings=(telling("t1", claim="s1"),), claims=(said("s1"), said("s2")))
    assert [f.record for f in view(facts).said] == ["s2"]


def conflict(id: int, kind: str, of: Said | Telling, *reasons: str, denied_here: bool = True) -> Conflict:
    return Conflict(
        id, kind, reasons, denied_here, of, None if isinstance(of, Said) else other("e9", "differs")
    )


def test_denials_stand_apart() -> None:
    denial = conflict(4, "denial_of", said("s3"), "type", "principals")
    facts = replace(FACTS, claims=(said("s3"),), conflicts=(denial, replace(denial, id=6)))
    first, _again = view(facts).denials
    assert first.figure.record == "s3"
    assert first.why == ("The denial refers to an event of this kind.", "Both name the same parties.")
    assert first.href == "/en/contradictions?after=3#c-4"
    assert view(facts).said == ()
    assert [s.id for s in facts.denials] == ["s3"]


def test_contradictions_come_by_what_the_event_is_in_them() -> None:
    facts = replace(
        FACTS,
        conflicts=(
            conflict(1, "differs", telling("t9", "a9"), "number"),
            conflict(2, "denial_of", telling("t8", "a8"), "principals", denied_here=False),
        ),
        ties=(other("e9", "differs_to"), other("e9", "before_to"), other("e7", "denial_of_to")),
    )
    made = view(facts)
    assert [a.figure.record for a in made.differing] == ["t9"]
    assert made.differing[0].about is not None
    assert made.differing[0].href == "/en/contradictions#c-1"
    assert [a.figure.record for a in made.denied] == ["t8"]
    assert made.denials == ()
    assert [(g.title, [e.id for e in g.events]) for g in made.ties] == [
        ("Reported to have followed it", ["e9"]),
        ("What it denies", ["e7"]),
    ]


def test_two_judgements_stand_together() -> None:
    pair = replace(conflict(5, "differs", said("s2"), "evaluation", "agreement"), beside=said("s1"))
    made = view(replace(FACTS, conflicts=(pair,)))
    (one,) = made.judged
    assert one.beside
    assert (one.beside.record, one.figure.record) == ("s1", "s2")
    assert len(one.why) == 2
    assert made.differing == made.denials == ()


def test_a_plan_with_an_outcome_does_not_say_that_nothing_tells_of_it() -> None:
    planned = replace(FACTS, event=replace(EVENT, status="planned"))
    assert "nothing here says" in view(planned).status
    assert "nothing here says" not in view(replace(planned, ties=(other("e1", "plan_outcome_to"),))).status


def test_history_begins_with_the_reading_of_each_article() -> None:
    at = [datetime(2026, 1, day, tzinfo=UTC) for day in (1, 2, 3)]
    fields = {"date": "2015-09", "status": "planned"}
    steps = (
        Step(1, 2, at[1], "re-dated", "event", "t1", fields, {**fields, "date": "2015-09-23"}),
        Step(2, 3, at[2], "changed", "event", "t2", fields, {**fields, "status": "occurred"}),
    )
    arrivals = (Arrival("a1", 1, at[0]), Arrival("a2", 3, at[2]))
    past = view(replace(FACTS, arrivals=arrivals, steps=steps)).history
    assert [(p.run, p.title, p.source.article) for p in past] == [
        (1, "read in", "a1"),
        (2, "re-dated", "a1"),
        (3, "read in", "a2"),
        (3, "changed", "a2"),
    ]
    (only,) = past[1].differences or ()
    assert (only.before, only.after) == ("September 2015", "23 September 2015")


def test_ties_come_under_their_headings() -> None:
    ties = (other("e2", "before_to"), other("e1", "plan_outcome_to"), other("e3", "plan_outcome_to"))
    groups = view(replace(FACTS, ties=ties)).ties
    assert [g.title for g in groups] == ["What came of it", "Reported to have followed it"]
    assert [e.id for e in groups[0].events] == ["e1", "e3"]


def test_a_tied_event_is_not_shown_again_as_a_neighbour() -> None:
    facts = replace(
        FACTS, ties=(other("e1", "plan_outcome_to"),), later=(other("e1", "later"), other("e2", "later"))
    )
    assert [e.id for e in view(facts).later] == ["e2"]


def test_every_relation_has_words() -> None:
    kinds = ("plan_outcome", "denial_of", "differs", "possibly_same", "before")
    ties = tuple(other(f"{kind}{side}", f"{kind}_{side}") for kind in kinds for side in ("to", "from"))
    shown = [e.id for g in view(replace(FACTS, ties=ties)).ties for e in g.events]
    assert sorted(shown) == sorted(o.id for o in ties)
