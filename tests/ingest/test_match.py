from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from app.domain.edtf import date_span
from app.domain.links import LinkKind, Principal, RecordKind, Saying, Telling, Verdict
from app.domain.records import EventStatus, EventType, Role
from app.domain.text import Metadata, RawArticle
from app.domain.time import DateSpan
from app.ingest.match import block_keys, group, links, origins, same_event, sayings, tellings
from app.ingest.pipeline import extract
from app.knowledge.load import load_knowledge

KING = Principal("king", "person", "jo", Role.PARTICIPANT)
PRESIDENT = Principal("president", "person", "eg", Role.PARTICIPANT)
MINISTER = Principal("minister", "person", "eg", Role.PARTICIPANT)
JORDAN = Principal("jo", "country", "jo", Role.PARTICIPANT)
EGYPT = Principal("eg", "country", "eg", Role.PARTICIPANT)
AIR_FORCE = Principal("air-force", "military", "eg", Role.SOURCE)
MILITIA = Principal("militia", "armed_group", None, Role.TARGET)


def telling(id_: str, article: str, **changes: object) -> Telling:
    base = Telling(
        id=id_,
        article=article,
        paragraph=1,
        type=EventType.MEETING,
        status=EventStatus.OCCURRED,
        principals=(KING, PRESIDENT),
        date=date_span("2019-03-04"),
        published=date_span("2019-03-05"),
        origin=article,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def undated(id_: str, article: str, **changes: object) -> Telling:
    window = DateSpan("", None, date(2019, 3, 9))
    return telling(id_, article, **{"date": None, "window": window, **changes})


SAME = [
    ("same day and persons", {}),
    ("states for their heads", {"principals": (JORDAN, EGYPT)}),
    ("a day inside a week", {"date": date_span("2019-03-03/2019-03-05")}),
    ("talks for a meeting", {"type": EventType.TALKS}),
    ("only reported", {"status": EventStatus.REPORTED}),
]


@pytest.mark.parametrize(("why", "changes"), SAME, ids=[why for why, _ in SAME])
def test_one_event(why: str, changes: dict[str, object]) -> None:
    assert same_event(telling("a", "x"), telling("b", "y", **changes)).verdict is Verdict.SAME


DIFFERENT = [
    ("another day", {"date": date_span("2019-03-08")}),
    ("another type", {"type": EventType.AIRSTRIKE}),
    ("a call is no meeting", {"type": EventType.PHONE_CALL}),
    ("another person of that state", {"principals": (KING, MINISTER)}),
    ("only one of them", {"principals": (KING,)}),
    ("still a plan", {"status": EventStatus.PLANNED}),
    ("in another country", {"place": "doha", "place_country": "qa"}),
]


@pytest.mark.parametrize(("why", "changes"), DIFFERENT, ids=[why for why, _ in DIFFERENT])
def test_two_events(why: str, changes: dict[str, object]) -> None:
    here = telling("a", "x", place="amman", place_country="jo")
    assert same_event(here, telling("b", "y", **changes)).verdict is Verdict.NO


def test_one_article_never_tells_an_event_twice() -> None:
    assert same_event(telling("a", "x"), telling("b", "x")).verdict is Verdict.NO


def test_a_strike_needs_its_actor_on_both_sides() -> None:
    strike = telling("a", "x", type=EventType.AIRSTRIKE, principals=(AIR_FORCE, MILITIA))
    same = replace(strike, id="b", article="y", principals=(replace(EGYPT, role=Role.SOURCE), MILITIA))
    other = replace(strike, id="c", article="z", principals=(replace(JORDAN, role=Role.SOURCE), MILITIA))
    assert same_event(strike, same).verdict is Verdict.SAME
    assert same_event(strike, other).verdict is Verdict.NO


def test_without_a_day_the_order_told_and_two_persons_are_needed() -> None:
    dated = telling("a", "x", published=date_span("2019-03-06"))
    ordered = undated("b", "y", precedes=("later",), published=date_span("2019-03-20"))
    loose = undated("c", "z", published=date_span("2019-03-20"))
    assert same_event(dated, ordered).verdict is Verdict.SAME
    assert same_event(dated, loose).verdict is Verdict.POSSIBLY


def test_a_day_after_what_it_precedes_is_another_event() -> None:
    before = undated("b", "y", window=DateSpan("", None, date(2019, 3, 1)), precedes=("later",))
    assert same_event(telling("a", "x"), before).verdict is Verdict.NO


def test_standing_habits_are_not_matched() -> None:
    habit = telling("a", "x", status=EventStatus.ONGOING, date=None)
    assert same_event(habit, replace(habit, id="b", article="y")).verdict is Verdict.NO


def test_grouping_dates_the_undated_and_counts_origins_once() -> None:
    agency = telling("a", "x", origin="agency")
    copied = telling("b", "y", origin="agency", paragraph=3)
    own = undated("c", "z", origin="paper", precedes=("later",))
    [event] = group([agency, copied, own])
    assert (event.date, event.dated_by) == (date_span("2019-03-04"), "a")
    assert event.origins == ("agency", "paper") == origins([agency, copied, own])


def test_grouping_does_not_depend_on_the_order() -> None:
    tellings = [
        telling("a", "x"),
        telling("b", "y", date=date_span("2019-03-08")),
        telling("c", "z", date=date_span("2019-03")),
    ]
    partitions = {frozenset(g.tellings for g in group(list(order))) for order in permutations(tellings)}
    assert len(partitions) == 1


def test_an_accord_reached_during_a_meeting_is_told_as_part_of_it() -> None:
    meeting = undated("m", "x", precedes=("later",))
    accord = undated("n", "x", type=EventType.AGREEMENT, part_of="m", precedes=("later",))
    dated = telling("o", "y", type=EventType.AGREEMENT)
    [event] = group([meeting, accord, dated])
    assert (event.lead, event.type, event.date) == ("m", EventType.MEETING, date_span("2019-03-04"))


def test_blocks_hold_together_what_may_match() -> None:
    assert block_keys(telling("a", "x")) & block_keys(telling("b", "y", principals=(JORDAN, EGYPT)))
    assert not block_keys(telling("a", "x")) & block_keys(telling("b", "y", type=EventType.AIRSTRIKE))


def kinds(tellings: list[Telling], sayings: list[Saying] | None = None) -> list[tuple[LinkKind, str, str]]:
    return [(link.kind, link.source, link.target) for link in links(tellings, sayings or [])]


def test_a_plan_leads_to_its_outcome() -> None:
    plan = telling(
        "plan",
        "x",
        status=EventStatus.PLANNED,
        date=date_span("../2019-03-04"),
        published=date_span("2019-02-20"),
    )
    outcome = telling("outcome", "y", type=EventType.TALKS, date=date_span("2019-03-06"))
    late = telling("late", "z", date=date_span("2019-09-06"))
    assert kinds([plan, outcome, late]) == [(LinkKind.PLAN_OUTCOME, "plan", "outcome")]


def test_what_happened_before_the_plan_was_told_is_not_its_outcome() -> None:
    plan = telling("plan", "x", status=EventStatus.PLANNED, date=None, published=date_span("2019-03-20"))
    assert kinds([plan, telling("earlier", "y")]) == []


def test_an_article_does_not_tell_the_outcome_of_its_own_plan() -> None:
    plan = telling("plan", "x", status=EventStatus.PLANNED, date=None, published=date_span("2019-03-04"))
    assert kinds([plan, telling("told", "x")]) == []


def saying(id_: str, article: str, **changes: object) -> Saying:
    base = Saying(
        id_, article, 1, "ministry", "eg", True, ("سرا", "لقاء", "رسمي", "عمان", "انعقد"),
        frozenset({EventType.MEETING}), frozenset({"eg", "jo"}), date_span("2019-03-06"),
    )  # fmt: skip
    return replace(base, **changes)  # type: ignore[arg-type]


def test_a_denial_stands_beside_what_it_denies() -> None:
    alleged = telling("alleged", "x", status=EventStatus.DENIED)
    told = telling("told", "y", principals=(KING, MINISTER))
    assert kinds([alleged, told], [saying("no", "x")]) == [(LinkKind.DENIAL_OF, "no", "alleged")]


def test_a_denial_of_another_subject_is_none_of_this() -> None:
    alleged = telling("alleged", "x", status=EventStatus.DENIED)
    assert kinds([alleged], [saying("no", "x", topics=frozenset({EventType.AIRSTRIKE}))]) == []
    assert kinds([alleged], [saying("no", "x", about=frozenset({"sa"}))]) == []


def test_a_denial_and_the_claim_it_repeats() -> None:
    claim = saying("claim", "y", speaker="witness", denies=False)
    assert (LinkKind.DENIAL_OF, "no", "claim") in kinds([], [saying("no", "x"), claim])


def test_numbers_and_accounts_that_differ() -> None:
    one = telling("a", "x", figures=(("جندي", 7),))
    two = telling("b", "y", figures=(("جندي", 11),))
    denied = telling("c", "z", status=EventStatus.DENIED)
    assert (LinkKind.DIFFERS, "a", "b") in kinds([one, two])
    assert (LinkKind.DIFFERS, "a", "c") in kinds([one, denied])


def test_days_that_differ_by_little() -> None:
    assert (LinkKind.DIFFERS, "a", "b") in kinds(
        [telling("a", "x"), telling("b", "y", date=date_span("2019-03-06"))]
    )


def test_words_repeated_in_two_papers() -> None:
    one = saying("a", "x", denies=False)
    assert kinds([], [one, saying("b", "y", denies=False)]) == [(LinkKind.SAME_WORDS, "a", "b")]
    assert kinds([], [one, saying("b", "y", denies=False, speaker="other")]) == []


def test_order_told_is_kept() -> None:
    first = telling("first", "x", precedes=("second",))
    assert (LinkKind.BEFORE, "first", "second") in kinds(
        [first, telling("second", "x", type=EventType.TALKS)]
    )


def judging(id_: str, article: str, country: str, judged: str, **changes: object) -> Saying:
    fields = {"speaker": f"speaker-{country}", "country": country, "denies": False, "words": ()}
    return saying(id_, article, **fields, judges=frozenset({judged}), **changes)


OPPOSED = [
    ("one event in one article", "x", {}),
    ("one event in two articles", "y", {}),
    ("only reported", "x", {"status": EventStatus.REPORTED}),
]
NOT_OPPOSED = [
    ("a plan", {"status": EventStatus.PLANNED}),
    ("long ago", {"date": date_span("2019-01-04")}),
    ("of one of them alone", {"principals": (KING,)}),
    ("told as background", {"background": True}),
    ("of a kind that nobody agrees on", {"type": EventType.AIRSTRIKE}),
]


@pytest.mark.parametrize(("why", "article", "changes"), OPPOSED, ids=[why for why, _, _ in OPPOSED])
def test_two_parties_judge_one_event_in_opposite_ways(
    why: str, article: str, changes: dict[str, object]
) -> None:
    told = [telling("a", "x", **changes), telling("b", "y", **changes)]
    judged = [judging("one", "x", "EG", "agreement+"), judging("two", article, "JO", "agreement-")]
    [link] = [x for x in links(told, judged) if x.source_kind is RecordKind.STATEMENT]
    assert (link.kind, link.source, link.target) == (LinkKind.DIFFERS, "one", "two")
    assert link.reasons == ("evaluation", "agreement")


@pytest.mark.parametrize(("why", "changes"), NOT_OPPOSED, ids=[why for why, _ in NOT_OPPOSED])
def test_judgements_need_an_event_of_both_that_took_place(why: str, changes: dict[str, object]) -> None:
    judged = [judging("one", "x", "EG", "agreement+"), judging("two", "x", "JO", "agreement-")]
    assert kinds([telling("a", "x", **changes)], judged) == []


def test_one_side_or_one_judgement_is_no_opposition() -> None:
    here = [telling("a", "x")]
    one = judging("one", "x", "EG", "success+")
    assert kinds(here, [one, judging("two", "x", "EG", "success-")]) == []
    assert kinds(here, [one, judging("two", "x", "JO", "success+")]) == []
    assert kinds(here, [one, judging("two", "x", "JO", "agreement-")]) == []
    assert kinds(here, [one, judging("two", "x", "QA", "success-")]) == []


def test_who_won_is_disputed_only_between_those_who_fought() -> None:
    strike = telling("a", "x", type=EventType.AIRSTRIKE, principals=(AIR_FORCE, JORDAN))
    fought = replace(strike, principals=(AIR_FORCE, replace(JORDAN, role=Role.TARGET)))
    judged = [judging("one", "x", "EG", "victory+"), judging("two", "x", "JO", "victory-")]
    assert kinds([strike], judged) == []
    assert kinds([fought], judged) == [(LinkKind.DIFFERS, "one", "two")]


CALL = """عمان - رويترز
أجرى وزير الخارجية الأردني أيمن الصفدي ونظيره المصري سامح شكري اتصالا هاتفيا الأربعاء.
وقال الصفدي إن المحادثات أظهرت تباينا واسعا في المواقف.
وقال شكري إن وجهات النظر بين البلدين متطابقة.
"""


def test_opposed_judgements_are_read_from_the_words() -> None:
    text = RawArticle("call.txt", CALL, "c" * 64, Metadata(published="2018-10-04"))
    read = extract(text)
    found = links(tellings(read), sayings(read, load_knowledge()))
    [link] = [x for x in found if "evaluation" in x.reasons]
    said = {s.id: s.speaker.slug for s in read.statements}
    assert {said[link.source], said[link.target]} == {"ayman-al-safadi", "sameh-shoukry"}
    milder = extract(replace(text, text=CALL.replace("تباينا واسعا", "تقدما")))
    assert not [x for x in links(tellings(milder), sayings(milder, load_knowledge())) if x.reasons]
