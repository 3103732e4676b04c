"""Titles in running text: with the person they introduce, after a person, or alone."""

from __future__ import annotations

from dataclasses import replace

from app.domain.records import ActorKind, Candidate, MentionHow, Sign
from app.domain.text import Span
from app.ingest.naming.beside import is_owned, is_told
from app.ingest.naming.bodies import BodyFinder
from app.ingest.naming.named import NamedFinder, is_ministry
from app.ingest.naming.office_actor import own_title, title_alone
from app.ingest.naming.page import Find, Page
from app.ingest.naming.persons import PersonFinder
from app.ingest.naming.tables import Table
from app.ingest.naming.title import Title
from app.ingest.naming.titles import POSTS, title_grammar
from app.ingest.naming.trie import forms
from app.languages.ar.names import load_names
from app.languages.ar.offices import load_offices

_FAR = 9
#: «الناشط السياسي المصري المعارض»
_ADJECTIVES = 4
#: Titles that many hold, so that a name may come late: «عضو البرلمان العراقي عن كتلة …».
_ONE_OF_MANY = frozenset({"member", "director", "representative", "adviser", "founder"})
#: Titles that several hold at once, so that the table of holders need not list the person.
_ONE_OF_SEVERAL = frozenset(
    {"deputy", "assistant", "adviser", "envoy", "spokesperson", "spokesperson2", "member", "chief"}
)
#: Who speaks for a body makes it a party, as its commander does not.
_SPEAKERS = frozenset({"spokesperson"})
#: After these a town may stand before the name.
_OF_TOWNS = frozenset({"ruler", "governor", "mayor"})
#: «النائب في البرلمان فلان», «النائب عن كتلة كذا فلان»
_CHAMBERS = frozenset(
    {"البرلمان", "مجلس", "الكنيست", "الكونغرس", "المجلس", "الجمعيه", "حزب", "الحزب", "كتله"}
)
_ON_BEHALF = frozenset({"باسم", "بلسان"})
#: «وزير الدولة البريطاني لشؤون الدفاع فلان»: the name comes after what he is in charge of.
_AFFAIRS = frozenset({"لشؤون", "لشئون", "للشؤون", "للشئون"})
_BETWEEN = frozenset({"في", "عن", "ب", "لشؤون", "بشؤون", "باسم", "لدي", "الي"})
_APPOSED = frozenset({"،", ",", "(", "-"})


class TitledFinder:
    """Reads titles of one article."""

    def __init__(self, page: Page, persons: PersonFinder, named: NamedFinder, bodies: BodyFinder) -> None:
        self._page = page
        self._persons = persons
        self._named = named
        self._bodies = bodies
        self._grammar = title_grammar(page.knowledge)
        self._offices = load_offices()
        self._words = load_names()

    def at(self, at: int, stop: int, last: Candidate | None, reach: int) -> Find | None:
        """What a title at token ``at`` gives.

        ``last`` is the person read before it, whose name and titles end at token ``reach``.
        """
        page = self._page
        title = self._grammar.at(page.tokens, at, stop)
        if title is None:
            return self._counterpart(at, stop) or self._honoured(at, stop)
        hit = page.name_at(at, stop)
        if hit and hit.end > title.stop:
            return None
        governs = title.rank.rank.id in _OF_TOWNS and title.stop < stop
        start = self._past_name(title.stop, stop) if governs else title.stop
        person = (
            self._persons.after_title(start, stop)
            or self._under_second(title, stop)
            or self._person_further(title, stop)
        )
        if person:
            found, end = person
            inner = title.nested or self._title_before(title, found.first, stop)
            own = own_title(page.knowledge, title, inner, found)
        if person and (title.rank.number == "s" or own is not title):
            return [*self._inside(own, found.first), self._joined(found, own)], end
        if last and self._belongs(title, last, reach):
            return [*self._inside(title, title.stop), self._extended(last, title)], title.stop
        if not title.definite or title.form.prefix == "ك":
            return None
        if title.bare or (title.portfolio == "state" and title.rank.rank.id == "president"):
            return [self._bare(title)], title.stop
        alone = [] if self._double(title, stop) else title_alone(page, title)
        return [*self._inside(title, title.stop), *alone], title.stop

    def _title_before(self, title: Title, first: int, stop: int) -> Title | None:
        """«مدير مكتب الرئيس فلان»: the title right before a name that a wider one begins with."""
        inner = (self._grammar.at(self._page.tokens, k, stop) for k in range(title.stop, first))
        return next((t for t in inner if t is not None and t.stop == first), None)

    def _double(self, title: Title, stop: int) -> bool:
        """«رئيس الوفد وعضو اللجنة فلان»: the first of two titles of one person, if no table lists it."""
        if title.offices or title.stop >= stop or not self._page.fold(title.stop).startswith("و"):
            return False
        second = self._grammar.at(self._page.tokens, title.stop, stop)
        return second is not None and bool(
            self._persons.after_title(second.stop, stop) or self._person_further(second, stop)
        )

    def _under_second(self, title: Title, stop: int) -> tuple[Candidate, int] | None:
        """«رئيس الوزراء القائد العام للقوات المسلحة فلان»: a second title stands between."""
        second = self._grammar.at(self._page.tokens, title.stop, stop) if title.stop < stop else None
        if second is None or second.form.prefix or second.rank.number != "s" or not title.country:
            return None
        return (
            None
            if second.country not in (None, title.country)
            else self._persons.after_title(second.stop, stop)
        )

    # -- persons with a title -------------------------------------------------------------------------

    def _honoured(self, at: int, stop: int) -> Find | None:
        """«الجنرال فلان»: a form of address before a name."""
        form = next((f for f in forms(self._page.fold(at)) if f.word in self._offices.honorifics), None)
        if form is None or at + 1 >= stop:
            return None
        nisba = self._page.nisba(at + 1)
        start = self._past_adjectives(at + 1, stop)
        inside, after = self._affiliated(start, stop)
        person = self._persons.after_title(after, stop)
        if person is None:
            return None
        country = person[0].country or (nisba.code if nisba else None)
        phrase = self._page.span(at, person[0].stop, form)
        rank = self._offices.ranks.get((form.word,))
        head = rank.rank.id if rank else person[0].head
        return [*inside, replace(person[0], phrase=phrase, country=country, head=head)], person[1]

    def _past_adjectives(self, at: int, stop: int) -> int:
        """Past «السياسي المصري المعارض»: what a form of address is called before its name."""
        last = min(stop, at + _ADJECTIVES)
        while at < last and (
            self._page.nisba(at)
            or self._page.fold(at) in self._offices.honorific_groups
            or self._page.fold(at) in self._offices.modifiers
        ):
            at += 1
        return at

    def _affiliated(self, at: int, stop: int) -> tuple[list[Candidate], int]:
        """«القيادي بحركة كذا فلان», «الضابط في الجيش فلان»: the body between a form of address and a name."""
        start = at + 1 if at < stop and self._page.fold(at) == "في" else at
        hit = self._page.name_at(start, stop) if start < stop else None
        if hit is None or (start == at and hit.form.prefix != "ب") or (start > at and hit.form.cut):
            return [], at
        entries = [e for e in self._named.fitting(hit, stop) if e.table is Table.BODY]
        return (self._named.candidates(hit, entries), hit.end) if entries else ([], at)

    def _person_further(self, title: Title, stop: int) -> tuple[Candidate, int] | None:
        """A name some words on: «رئيس لجنة العلاقات الخارجية في المجلس فلان الفلاني»."""
        after = self._page.fold(title.stop)
        late = title.rank.rank.id in _ONE_OF_MANY or after in POSTS or after in _AFFAIRS
        whole = bool(title.offices or title.country) and not late
        sits = after == "عن" or (after == "في" and self._page.fold(title.stop + 1) in _CHAMBERS)
        owned = after.startswith("لل") or is_owned(self._page, title.stop, stop)
        alone = title.bare and title.definite and not (sits or after in _ON_BEHALF or owned)
        if title.rank.number != "s" or whole or alone:
            return None
        passed = title.stop
        for k in range(title.stop, min(stop, title.stop + _FAR)):
            passed = max(passed, self._past_name(k, stop))
            token = self._page.tokens[k]
            if k < passed:
                continue
            if token.fold in ("،", ",") and k > title.stop:
                return self._persons.after_title(k, stop)
            if (
                not token.is_word
                or token.verb()
                or is_told(self._page, k, stop)
                or (k > title.stop and self._page.any_of(k, self._words.name_ends))
            ):
                return None
            after_place = self._past_place(k, stop)
            if after_place is None:
                return None
            passed = max(passed, after_place)
            owner = self._page.fold(k - 1) in _ON_BEHALF
            known = self._persons.known_at(k, stop) if k > title.stop and not owner else None
            if known:
                return known
            behalf = owner or self._persons.is_on_behalf(k) or self._persons.known_next(k, stop)
            run = None if behalf else self._persons.names.run(k, stop, strong=True)
            if run and run.parts > 1 and self._persons.names.convinces(run, stop):
                return self._persons.unknown(run), run.stop
            if (
                token.fold in self._words.never_name
                and token.fold not in _BETWEEN
                and not token.fold.startswith("ال")
            ):
                return None
        return None

    def _past_place(self, at: int, stop: int) -> int | None:
        """Past «محافظة نينوى»; None before «شارع فلان», whose name is nobody's here."""
        if not self._page.any_of(at, self._words.not_person_after):
            return at
        end = self._past_name(at + 1, stop)
        unknown = end == at + 1 and self._persons.names.run(end, stop, strong=False)
        return None if unknown else end

    def _past_name(self, at: int, stop: int) -> int:
        """The end of a town or body that a title is of: «مديرة مكتب كذا في بيروت فلانة»."""
        hit = self._page.name_at(at, stop)
        if hit is None or hit.form.prefix not in ("", "ب", "ل"):
            return at
        tables = {entry.table for entry in hit.value}
        towns = tables == {Table.PLACE} and self._page.before(at) >= 0
        return hit.end if towns or (Table.BODY in tables and hit.end - at > 1) else at

    def _belongs(self, title: Title, last: Candidate, reach: int) -> bool:
        """True when the title stands in apposition to the person before it."""
        page = self._page
        gap = title.start - reach
        if title.rank.number != "s" or title.form.prefix or gap > 1 or gap < 0:
            return False
        if gap == 1 and page.fold(reach) not in _APPOSED:
            return False
        countries = {last.country, *(r.country for r in last.readings)} - {None}
        if title.bare or (title.country and countries and title.country not in countries):
            return False
        if last.sign is Sign.PERSON or not title.offices:
            return True
        careers = [page.knowledge.careers.get(r.slug.replace("-", "_"), ()) for r in last.readings]
        held = {h.office for rows in careers for h in rows}
        if held & set(title.offices):
            return True
        return title.rank.rank.id in _ONE_OF_SEVERAL and title.country in (None, last.country)

    def _joined(self, person: Candidate, title: Title) -> Candidate:
        phrase = self._page.span(title.start, person.stop, title.form)
        return replace(
            person, phrase=phrase, offices=title.offices, country=person.country or title.country,
            head=title.rank.rank.id, gender=person.gender or title.rank.gender,
        )  # fmt: skip

    def _extended(self, person: Candidate, title: Title) -> Candidate:
        start = min(person.phrase.start, person.span.start)
        phrase = Span.of(self._page.text, start, self._page.tokens[title.stop - 1].span.end)
        return replace(
            person, phrase=phrase, offices=(*person.offices, *title.offices),
            head=person.head or title.rank.rank.id,
            country=person.country or title.country,
        )  # fmt: skip

    # -- titles alone -----------------------------------------------------------------------------------

    def _inside(self, title: Title, stop: int) -> list[Candidate]:
        """Bodies that a title names («المتحدث باسم البنتاغون»); the forces of a commander are not."""
        found: list[Candidate] = []
        page, at = self._page, title.start + 1
        while at < stop:
            hit = page.name_at(at, stop)
            fitting = self._named.fitting(hit, stop) if hit else []
            fitting = [] if hit and title.heads_ministry and is_ministry(fitting) else fitting
            entries = [e for e in fitting if e.table in (Table.BODY, Table.MEDIUM, Table.COUNTRY)]
            body = None if hit else self._bodies.whole(at, stop)
            if hit and entries:
                found += self._named.candidates(hit, entries)
            elif body:
                found += body[0]
            at = hit.end if hit else body[1] if body else at + 1
        speaks = title.rank.rank.id in _SPEAKERS
        return [c for c in found if speaks or c.readings[0].kind is not ActorKind.MILITARY]

    def _bare(self, title: Title) -> Candidate:
        """A rank alone, with the article: «الوزير»."""
        found = self._page.candidate(
            (title.start, title.stop), title.form, Sign.DESCRIPTION, MentionHow.DESCRIPTION
        )
        return replace(found, head=title.rank.rank.id, gender=title.rank.gender, number=title.rank.number)

    def _counterpart(self, at: int, stop: int) -> Find | None:
        """«نظيره الإسرائيلي»: with a name, or an office to be found by the last one named."""
        form = next((f for f in forms(self._page.fold(at)) if f.word in self._offices.counterpart), None)
        if form is None:
            return None
        gender, number = self._offices.counterpart[form.word]
        nisba = self._page.nisba(at + 1) if at + 1 < stop else None
        end = at + 2 if nisba else at + 1
        person = self._persons.after_title(end, stop) if number == "s" else None
        if person:
            phrase = self._page.span(at, person[0].stop, form)
            return [replace(person[0], phrase=phrase, head="counterpart", gender=gender)], person[1]
        if nisba is None:
            return None
        found = self._page.candidate((at, end), form, Sign.TITLE, MentionHow.OFFICE)
        return [replace(found, head="counterpart", country=nisba.code, gender=gender, number=number)], end
