from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup, escape

from app.web import render
from app.web.i18n import CODES, language
from app.web.render import capital, environment, escaped, name_in


@dataclass(frozen=True)
class Thing:
    name_ar: str
    name_en: str


def test_a_name_is_in_the_readers_language_or_in_the_one_there_is() -> None:
    assert name_in("ar", Thing("اسم", "Name")) == "اسم"
    assert name_in("en", Thing("اسم", "Name")) == "Name"
    assert name_in("en", Thing("اسم", "")) == "اسم"


@pytest.mark.parametrize(
    ("name", "shown"), [("official source", "Official source"), ("NATO", "NATO"), ("اسم", "اسم"), ("", "")]
)
def test_what_begins_a_line_has_a_capital(name: str, shown: str) -> None:
    assert capital(name) == shown


@pytest.mark.parametrize("code", CODES)
def test_what_comes_from_articles_is_escaped(code: str) -> None:
    made = environment(code).from_string("{{ text }}{{ _('%(counts)s of %(total)s', counts=text, total=1) }}")
    assert "<b>" not in made.render(text="<b>bold</b>")


@pytest.mark.parametrize("code", CODES)
def test_a_name_that_is_not_there_is_an_error(code: str) -> None:
    with pytest.raises(UndefinedError):
        environment(code).from_string("{{ nothing }}").render()


@pytest.mark.parametrize(
    ("n", "words"),
    [(0, "بلا مصدر"), (1, "مصدر واحد"), (2, "مصدران"), (3, "3 مصادر"), (10, "10 مصادر"), (11, "11 مصدرًا"),
     (99, "99 مصدرًا"), (100, "100 مصدر"), (103, "103 مصادر"), (1000, "1,000 مصدر")],
)  # fmt: skip
def test_arabic_counts_agree(n: int, words: str) -> None:
    one, many = "%(n)s independent source", "%(n)s independent sources"
    assert language("ar").ngettext(one, many, n) == words


@given(st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.none(), st.text().map(Markup)))
def test_what_is_put_into_a_page_is_escaped_as_ever(value: object) -> None:
    assert escaped(value) == escape(value)


@pytest.mark.parametrize("code", CODES)
def test_messages_are_words_in_a_template_and_those_with_something_to_fill_in_are_not(code: str) -> None:
    made = environment(code)
    source = "{{ _('Filters') }}|{{ _('Type') if chosen else _('Kind') }}|{{ _('by %(date)s', date=day) }}"
    say = language(code).gettext
    expected = f"{say('Filters')}|{say('Kind')}|{say('by %(date)s', date='<2015>')}"
    assert made.from_string(source).render(chosen=False, day="<2015>") == expected.replace(
        "<2015>", "&lt;2015&gt;"
    )
    assert f"<b>{say('Filters')}</b>" in str(made.compile("<b>{{ _('Filters') }}</b>", raw=True))


def test_every_template_is_made_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "CODES", ("en",))
    render.prepare()
    templates = render.environment("en")
    made = {name for _, name in templates.cache} if templates.cache else set()
    assert made >= set(templates.list_templates(extensions=["html"]))
