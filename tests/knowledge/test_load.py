from __future__ import annotations

from datetime import date

import pytest

from app.domain.time import DateSpan
from app.knowledge.load import load_knowledge
from app.knowledge.records import slugify


def _day(iso: str) -> DateSpan:
    day = date.fromisoformat(iso)
    return DateSpan(iso, day, day)


@pytest.mark.parametrize(
    ("office", "day", "person"),
    [
        ("us.president", "2017-01-20", "donald_trump"),
        ("us.president", "2017-01-19", "barack_obama"),
        ("il.prime_minister", "2021-12-01", "naftali_bennett"),
        ("dz.president", "2020-06-01", "abdelmadjid_tebboune"),
        ("un.libya_envoy", "2018-03-01", "ghassan_salame"),
        ("tn.president", "2016-01-01", "beji_caid_essebsi"),
    ],
)
def test_an_office_has_its_holder_of_the_day(office: str, day: str, person: str) -> None:
    assert [h.person for h in load_knowledge().holder_of(office, _day(day))] == [person]


def test_a_window_gives_every_holder_in_it() -> None:
    window = DateSpan("2017-01", date(2017, 1, 1), date(2017, 1, 31))
    people = [h.person for h in load_knowledge().holder_of("us.president", window)]
    assert people == ["barack_obama", "donald_trump"]


def test_an_open_window_reaches_for_ever() -> None:
    since = DateSpan("2016/..", date(2016, 1, 1), None)
    assert "joe_biden" in {h.person for h in load_knowledge().holder_of("us.president", since)}


@pytest.mark.parametrize("name", ["رويترز", "«رويترز»", '"رويترز"', "وكالة رويترز"])
def test_a_medium_is_found_however_its_name_is_written(name: str) -> None:
    medium = load_knowledge().media_by_name(name)
    assert medium is not None
    assert medium.slug == "reuters"


def test_media_are_found_by_domain_and_slug() -> None:
    tables = load_knowledge()
    assert tables.media_by_domain("www.haaretz.com") is tables.media["haaretz"]
    assert tables.media_by_slug("haaretz") is tables.media["haaretz"]
    assert tables.media_by_domain("nowhere.invalid") is None


def test_lookups_that_fail_give_none() -> None:
    tables = load_knowledge()
    assert tables.person("nobody-at-all") is None
    assert tables.country("zz") is None
    assert tables.place_by_name("لا مكان") is None
    assert tables.holder_of("no.such_office", _day("2015-01-01")) == ()


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Ashton Carter", "ashton-carter"),
        ("Binali Yıldırım", "binali-yildirim"),
        ("Robert C. O'Brien", "robert-c-obrien"),
        ("Süddeutsche Zeitung", "suddeutsche-zeitung"),
        ("Asharq Al-Awsat", "asharq-al-awsat"),
    ],
)
def test_slugs_are_ascii_kebab_case(name: str, slug: str) -> None:
    assert slugify(name) == slug
