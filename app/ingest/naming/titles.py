"""Titles of office: ``وزير الدفاع الروسي``, ``المتحدث باسم البنتاغون``, ``وزيرا خارجية روسيا وتركيا``.

Titles that the table of offices lists are matched as they are, in any spelling of the nationality;
all others are put together from a rank, a portfolio or body, and a country.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from app.domain.records import Actor
from app.domain.text import Token
from app.ingest.naming.offices import office_titles
from app.ingest.naming.slots import has_article
from app.ingest.naming.tables import Entry, Table, actor_of, body_actor, gazetteer, is_bare
from app.ingest.naming.title import Title
from app.ingest.naming.trie import MARKS, Form, Hit, forms
from app.ingest.nationality import nisba_table
from app.knowledge.load import Knowledge
from app.languages.ar.offices import RankForm, load_offices


class TitleGrammar:
    """Reads titles of one set of knowledge tables."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._words = load_offices()
        self._nisba = nisba_table(knowledge)
        self._names = gazetteer(knowledge)
        self._offices = office_titles(knowledge)

    def at(self, tokens: Sequence[Token], i: int, stop: int, depth: int = 0) -> Title | None:
        """The longest title that begins at token ``i``."""
        composed = self._composed(tokens, i, stop, depth)
        listed = self._listed_at(tokens, i, stop)
        if listed and (composed is None or listed.stop >= composed.stop):
            return self._with_tail(tokens, listed, stop)
        return composed

    def _listed_at(self, tokens: Sequence[Token], i: int, stop: int) -> Title | None:
        hit = self._offices.longest(tokens, i, stop)
        if hit is None:
            return None
        rank = self._rank(tokens, i, stop)
        if rank is None or rank[1].number != "s":
            return None
        country = self._knowledge.offices[hit.value[0]].country
        if self._elsewhere(tokens, hit, stop):
            return None
        loose = not rank[1].definite and any(t.fold in ("باسم", "بلسان") for t in tokens[i : i + 3])
        return Title(i, hit.end, rank[0], rank[1], hit.value, country=country, definite=not loose)

    def _elsewhere(self, tokens: Sequence[Token], hit: Hit[tuple[str, ...]], stop: int) -> bool:
        """«المبعوث الأممي إلى ليبيا» is not the envoy whom the short title means: a longer one names him."""
        end, _ = self._modifiers(tokens, hit.end, stop)
        if end + 1 >= stop or tokens[end].fold not in ("الي", "لدي"):
            return False
        target = self._names.longest(tokens, end + 1, stop)
        return target is not None and target.value[0].table is Table.COUNTRY

    def _with_tail(self, tokens: Sequence[Token], title: Title, stop: int) -> Title:
        end, former = self._modifiers(tokens, title.stop, stop)
        if end < stop and tokens[end].fold in self._words.tails:
            end += 1
            while end < stop and (
                has_article(tokens[end])
                or tokens[end].fold.startswith("وال")
                or tokens[end].fold in self._nisba
            ):
                end += 1
            hit = (
                self._names.longest(tokens, end, stop)
                if end < stop and tokens[end - 1].fold.startswith("ل")
                else None
            )
            end = hit.end if hit and not hit.form.cut else end
        end = self._at_home(tokens, title, end, stop)
        return replace(title, stop=end, former=former) if end > title.stop else title

    def _at_home(self, tokens: Sequence[Token], title: Title, end: int, stop: int) -> int:
        """«رئيس البرلمان في العراق»: the title's own country named after it."""
        if end + 1 >= stop or tokens[end].fold != "في":
            return end
        hit = self._names.longest(tokens, end + 1, stop)
        own = hit is not None and any(e.table is Table.COUNTRY and e.id == title.country for e in hit.value)
        return hit.end if hit and own else end

    def _rank(self, tokens: Sequence[Token], i: int, stop: int) -> tuple[Form, RankForm, int] | None:
        for form in forms(tokens[i].fold):
            for length in (3, 2, 1):
                words = (form.word, *(t.fold for t in tokens[i + 1 : min(i + length, stop)]))
                rank = self._words.ranks.get(words) if len(words) == length else None
                if rank:
                    return form, rank, i + length
        return None

    def _modifiers(self, tokens: Sequence[Token], i: int, stop: int) -> tuple[int, bool]:
        former = False
        while i < stop and tokens[i].fold in self._words.modifiers:
            former = former or tokens[i].fold in self._words.former
            i += 1
        return i, former

    def _composed(self, tokens: Sequence[Token], i: int, stop: int, depth: int) -> Title | None:
        found = self._rank(tokens, i, stop)
        if found is None:
            return None
        form, rank, at = found
        at, former = self._modifiers(tokens, at, stop)
        title = Title(i, at, form, rank, definite=rank.definite, former=former)
        title = self._second(tokens, self._portfolio(tokens, title, stop), stop)
        title = self._belonging(tokens, title, stop, depth)
        title = self._countries(tokens, title, stop)
        return self._with_tail(tokens, self._posted(tokens, title, stop), stop)

    def _portfolio(self, tokens: Sequence[Token], title: Title, stop: int) -> Title:
        at = title.stop
        if at < stop and tokens[at].fold.startswith("لل") and self._whole(tokens, title):
            return title
        for length in (4, 3, 2, 1):
            words = tuple(t.fold for t in tokens[at : min(at + length, stop)])
            stripped = ("ال" + words[0][2:], *words[1:]) if words and words[0].startswith("لل") else words
            english = self._words.portfolios.get(stripped)
            if english and len(words) == length and not self._longer_body(tokens, at, at + length, stop):
                definite = title.definite or words[0].startswith("ال")
                end = at + length
                while end < stop and tokens[end].fold in self._words.joined:
                    end += 1
                end, former = self._modifiers(tokens, end, stop)
                return replace(
                    title, stop=end, portfolio=english, definite=definite, former=title.former or former
                )
        return title

    def _second(self, tokens: Sequence[Token], title: Title, stop: int) -> Title:
        """«وزيري الدفاع والخارجية»: the portfolio of the other one."""
        if title.rank.number == "s" or not title.portfolio or title.stop >= stop:
            return title
        word = tokens[title.stop].fold
        english = self._words.portfolios.get((word[1:],)) if word.startswith("و") else None
        return replace(title, stop=title.stop + 1, second=english) if english else title

    def _longer_body(self, tokens: Sequence[Token], at: int, end: int, stop: int) -> bool:
        """«الاتحاد» in «رئيس الاتحاد الأفريقي» is no portfolio."""
        hit = self._names.longest(tokens, at, stop)
        return (
            hit is not None
            and hit.end > end
            and hit.value[0].table is Table.BODY
            and hit.value[0].template is None
            and hit.value[0].actor is not None
            and hit.value[0].actor.country is None
        )

    def _belonging(self, tokens: Sequence[Token], title: Title, stop: int, depth: int) -> Title:
        """What the title is of: a body (باسم البنتاغون) or another title (نائب رئيس الوزراء)."""
        at = title.stop
        if at >= stop or title.portfolio:
            return title
        named = tokens[at].fold in ("باسم", "بلسان") and at + 1 < stop
        at += named
        nested = self.at(tokens, at, stop, depth + 1) if depth < _DEEPEST else None
        if nested and nested.rank.number == "s" and nested.form.prefix in ("", "ل") and not nested.bare:
            definite = title.definite or not (named or nested.form.prefix)
            return replace(
                title,
                stop=nested.stop,
                nested=nested,
                country=nested.country,
                body=nested.body,
                definite=definite,
            )
        hit = self._names.longest(tokens, at, stop)
        if hit and hit.form.prefix == "ل" and self._whole(tokens, title):
            return title
        return self._of_body(title, hit, named=named) if hit else title

    def _whole(self, tokens: Sequence[Token], title: Title) -> bool:
        """«طلب الرئيس للبرلمان»: a rank that needs nothing after it."""
        whole = title.rank.rank.id in _OF_THEMSELVES and title.rank.definite
        return whole and tokens[title.stop - 1].fold not in self._words.modifiers

    def _of_body(self, title: Title, hit: Hit[tuple[Entry, ...]], *, named: bool) -> Title:
        if hit.form.prefix in ("", "ل"):
            body = self._body(hit)
            if body:
                definite = title.definite or not (named or hit.form.prefix)
                return replace(title, stop=hit.end, body=body, country=body.country, definite=definite)
        return title

    def _body(self, hit: Hit[tuple[Entry, ...]]) -> Actor | None:
        for entry in hit.value:
            if entry.table in (Table.BODY, Table.MEDIUM) and not is_bare(entry, hit.code):
                return actor_of(entry, hit.code, self._knowledge)
        return None

    def _countries(self, tokens: Sequence[Token], title: Title, stop: int) -> Title:
        if title.body or title.nested or title.stop >= stop:
            return title
        if tokens[title.stop].fold in self._words.united_nations:
            end, _ = self._modifiers(tokens, title.stop + 1, stop)
            return replace(
                title, stop=end, body=body_actor(self._knowledge.organisations["un"]), definite=True
            )
        code, end = self._country(tokens, title.stop, stop)
        if code is None:
            return title
        title = replace(title, stop=end, country=code, definite=True)
        codes = [code]
        while title.rank.number != "s" and end < stop and tokens[end].fold.startswith("و"):
            code, after = self._country(tokens, end, stop)
            if code is None:
                break
            codes.append(code)
            end = after
        both = [title, replace(title, portfolio=title.second)] if title.second else [title]
        ids = tuple(x for c in codes for one in both for x in self._office(one, c))
        return replace(title, stop=end, offices=ids)

    def _office(self, title: Title, code: str) -> tuple[str, ...]:
        """Ids of the listed office that is put together in the same way."""
        base = title.rank.rank.base
        if not title.portfolio:
            return self._offices.ids(base, (), code)
        named = (words for words, english in self._words.portfolios.items() if english == title.portfolio)
        return next((ids for words in named if (ids := self._offices.ids(base, words, code))), ())

    def _country(self, tokens: Sequence[Token], i: int, stop: int) -> tuple[str | None, int]:
        while i < stop and tokens[i].fold in MARKS:
            i += 1
        if i >= stop:
            return None, i
        for form in forms(tokens[i].fold):
            found = self._nisba.get(form.word)
            if found and found.definite:
                return found.code, i + 1
        i += tokens[i].fold in _STATES and i + 1 < stop
        hit = self._names.longest(tokens, i, stop)
        if hit and hit.form.prefix in ("", "و"):
            for entry in hit.value:
                if entry.table is Table.COUNTRY:
                    end = hit.end + (hit.end < stop and tokens[hit.end].fold == '"')
                    return entry.id, end
        return None, i

    def _posted(self, tokens: Sequence[Token], title: Title, stop: int) -> Title:
        """«في موسكو», «بموسكو», «لدى الأمم المتحدة», «إلى سوريا» after an envoy's or ambassador's title."""
        at = title.stop
        envoy = title.rank.rank.id == "envoy"
        if title.rank.rank.id not in _POSTED or at + 1 >= stop:
            return title
        if tokens[at].fold not in POSTS:
            joined = self._names.longest(tokens, at, stop) if tokens[at].fold.startswith("ب") else None
            town = joined is not None and joined.form.prefix == "ب" and joined.value[0].table in _TOWNS
            return replace(title, stop=joined.end, place=joined.value[0].id) if joined and town else title
        if tokens[at + 1].fold in self._words.hosts:
            return replace(title, stop=at + 2)
        hit = self._names.longest(tokens, at + 1, stop)
        if hit is None or hit.form.cut:
            return title
        if tokens[at].fold == "الي" and not envoy and hit.value[0].table not in (Table.COUNTRY, *_TOWNS):
            return title  # «استدعت السفير الهندي إلى وزارة الخارجية»
        return replace(title, stop=hit.end, place=hit.value[0].id)


#: «وزير خارجية مملكة إسبانيا»: what the state is called before its name.
_STATES = frozenset({"مملكه", "جمهوريه", "دوله", "سلطنه", "اماره", "امبراطوريه"})
#: With the article these are whole, and what ل brings after them is another part of the sentence.
_OF_THEMSELVES = frozenset({"president", "minister", "king", "emir", "deputy"})
#: How many titles may be of one another: «مستشار نائب رئيس …».
_DEEPEST = 4
_TOWNS = (Table.PLACE, Table.CAPITAL)
_POSTED = frozenset({"ambassador", "envoy", "delegate", "representative", "charge", "consul"})
POSTS = frozenset({"في", "لدي", "الي", "ب", "من", "الخاص", "بشان"})


@lru_cache(maxsize=4)
def title_grammar(knowledge: Knowledge) -> TitleGrammar:
    """The grammar for these tables, built once."""
    return TitleGrammar(knowledge)
