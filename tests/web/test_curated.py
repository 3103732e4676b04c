"""Pages say what people set right, with the note in their language, and data name the fields."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app.domain.records import EventType
from app.ingest import pipeline
from app.ingest.storing.rows import article_key, public_id
from app.main import create_app
from app.web.curated import Correction
from app.web.i18n import language
from tests.ingest.curation.test_apply import ONE, event, put, raw
from tests.support import stores, web

SAID = "قال وزير الزراعة الأردني خالد الحنيفات إن الموسم كان وافرا هذا العام.\n"
NOTES = 'note_ar = "بحسب <البيان>"\nnote_en = "As the <statement> has it"\n'


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Asks the application over an article with an event of another date, a hidden statement, an alias."""
    one = pipeline.extract(raw("one", ONE))
    text = f"[events.{event(one, EventType.PHONE_CALL)}]\ndate = 2019-10-15\n{NOTES}"
    text += f"[statements.{one.statements[0].id}]\nhide = true\n"
    said = pipeline.extract(raw("said", SAID))
    text += f'[statements.{said.statements[0].id}]\nmodality = "denied"\n{NOTES}'
    text += '[actors.sameh-shoukry]\naliases = ["سامح"]\nname_en = "S. Shoukry"\n'
    with stores.kept_on(None):
        engine = stores.empty(tmp_path_factory.mktemp("curated"))
        put(engine, text, one, said)
        with TestClient(create_app(web.settings_of(engine)), follow_redirects=False) as made:
            yield made


def first_article(client: TestClient) -> dict[str, str]:
    """The article with the corrected event."""
    found = client.get("/api/v1/articles").json()["items"]
    return next(each for each in found if each["id"] == public_id(article_key(raw("one", ONE))))


@pytest.mark.parametrize(
    ("lang", "done", "note", "hidden"),
    [
        ("ar", "صُحّح التاريخ", "بحسب &lt;البيان&gt;", "أُخفي"),
        ("en", "date corrected", "As the &lt;statement&gt; has it", "hidden"),
    ],
)
def test_pages_say_what_was_set_right(
    corrected: TestClient, lang: str, done: str, note: str, hidden: str
) -> None:
    (call,) = corrected.get("/api/v1/events?type=phone_call").json()["items"]
    article = first_article(corrected)
    for page in (f"/{lang}/events/{call['id']}", f"/{lang}/articles/{article['id']}"):
        text = corrected.get(page).text
        assert done in text
        assert note in text
    assert hidden in text
    shown = corrected.get(f"/en/events/{call['id']}").text
    assert "inferred from the surrounding text" not in shown
    (other,) = corrected.get("/api/v1/events?type=meeting").json()["items"]
    assert done not in corrected.get(f"/{lang}/events/{other['id']}").text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/en/actors/sameh-shoukry", ("corrected by hand", "name corrected")),
        ("/ar/actors/sameh-shoukry", ("صُحّح الاسم",)),
        ("/en/statements", ("corrected by hand", "modality corrected", "As the &lt;statement&gt; has it")),
    ],
)
def test_actors_and_statements_say_so_too(corrected: TestClient, path: str, words: tuple[str, ...]) -> None:
    page = corrected.get(path).text
    for each in words:
        assert page.count(each) == 1
    assert "corrected by hand" not in corrected.get("/en/actors/ayman-al-safadi").text


def test_data_name_the_fields(corrected: TestClient) -> None:
    (call,) = corrected.get("/api/v1/events?type=phone_call").json()["items"]
    full = corrected.get(f"/api/v1/events/{call['id']}").json()
    assert full["date"]["edtf"] == "2019-10-15"
    assert [(c["record"], c["fields"], c["note_en"]) for c in full["set_right"]] == [
        ("event", ["date"], "As the <statement> has it")
    ]
    article = first_article(corrected)
    found = corrected.get(f"/api/v1/articles/{article['id']}").json()["set_right"]
    assert [c["record"] for c in found] == ["actor", "event", "statement"]


def test_a_note_of_the_other_language_is_better_than_none() -> None:
    noted = Correction("event", "e", ("date", "type"), None, "why")
    assert noted.note("ar") == noted.note("en") == ("en", "why")
    assert Correction("event", "e", ("hide",), None, None).note("ar") is None
    assert noted.done(language("en")) == ("date corrected", "type corrected")
