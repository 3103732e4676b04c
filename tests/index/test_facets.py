from __future__ import annotations

from datetime import date

from app.index.facets import ALL, Indexed, Party, When, certainty, terms

DAY = date(2015, 9, 21)


def when(day: date | None = DAY) -> When:
    return When.of(day.toordinal() if day else None, day, day, None)


def test_every_record_is_under_all_and_under_its_day() -> None:
    found = terms([("kind", "event")], when(), (), ())
    assert {ALL, ("kind", "event"), ("day", str(DAY.toordinal())), ("published", "0")} <= found
    assert not any(facet == "day" for facet, _ in terms([], when(None), (), ()))


def test_parties_are_filed_by_themselves_their_states_and_their_number() -> None:
    cast = [Party("ru", "ru"), Party("lavrov", "ru"), Party("shoigu", "ru"), Party("paper", None)]
    found = terms([], when(), cast, ["paper"])
    assert {
        ("actor", "lavrov"),
        ("state", "ru"),
        ("state", "-"),
        ("parties", "4"),
        ("outlet", "paper"),
    } <= found
    assert {value for facet, value in found if facet == "company"} == {"ru:2", "ru:3"}


def test_without_parties_a_record_stands_in_no_lane() -> None:
    found = terms([], when(), (), ())
    assert {("state", "-"), ("parties", "0")} <= found


def test_an_open_side_counts_as_far_as_it_is_known() -> None:
    made = When.of(DAY.toordinal(), DAY, None, None)
    assert (made.first, made.last) == (DAY.toordinal(), DAY.toordinal())


def test_certainty() -> None:
    day = DAY.toordinal()
    assert certainty(None, None, None, None) == "undated"
    assert certainty("2015-09-21", day, DAY, DAY) == "day"
    assert certainty("2015-09-21~", day, DAY, DAY) == "approximate"
    assert certainty("2015-09-21/..", day, DAY, None) == "approximate"
    assert certainty("2015-09", day, DAY, date(2015, 9, 30)) == "month"
    assert certainty("2015", day, date(2015, 1, 1), date(2015, 12, 31)) == "year"


def test_other_words_are_another_text() -> None:
    def text(*fields: tuple[str, ...]) -> int:
        return Indexed("event", 1, when(), frozenset(), fields).text

    assert text(("a", "b")) == text(("a", "b"))
    assert len({text(("a", "b")), text(("a",), ("b",)), text(("b", "a")), text()}) == 4
    assert all(-(2**63) <= text((str(n),)) < 2**63 for n in range(50))
