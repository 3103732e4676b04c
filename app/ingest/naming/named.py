"""Names of the tables in running text: which of their readings the surrounding words allow."""

from __future__ import annotations

from dataclasses import replace

from app.domain.records import Actor, ActorKind, Candidate, MentionHow, Sign
from app.ingest.naming.page import Find, Page
from app.ingest.naming.persons import PersonFinder
from app.ingest.naming.places import is_place
from app.ingest.naming.tables import BARE, Entry, Table, actor_of, country_actor, is_bare
from app.ingest.naming.trie import MARKS, Hit
from app.languages.ar.lexicon import is_plain_word
from app.languages.ar.names import load_names

_Hit = Hit[tuple[Entry, ...]]
_GEOGRAPHY = (Table.COUNTRY, Table.CAPITAL)
#: Where a dateline stands: so many words from the head of a paragraph, between these marks.
_DATELINE = 5
_DASHES = frozenset({"-", "(", "/", "،"})
_AFTER_DATELINE = frozenset({"-", ".", ")", ":", "/"})
#: The double vowel of an indefinite accusative, which no name of a state has.
_TANWIN = "\u064b"
_FORCES = (ActorKind.MILITARY, ActorKind.ARMED_GROUP)

_WEEKDAYS = frozenset("الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت".split())
#: Prepositions, after which no adjective stands.
_BEFORE_NAMES = frozenset("مع بين من الي في ضد لدي عن تجاه".split())


class NamedFinder:
    """Countries, capitals, bodies, media and persons that the tables know."""

    def __init__(self, page: Page, persons: PersonFinder) -> None:
        self._page = page
        self._persons = persons
        self._words = load_names()

    def at(self, at: int, stop: int) -> Find | None:
        hit = self._page.name_at(at, stop)
        if hit is None:
            return None
        if self._page.fold(hit.end - 1) == "اليوم" and self._page.fold(hit.end) in _WEEKDAYS:
            return self.at(at, hit.end - 1)  # «استدعت بغداد اليوم الثلاثاء …»
        entries = self.fitting(hit, stop)
        if not entries and hit.end - at > 1 and {e.table for e in hit.value} == {Table.MEDIUM}:
            return self.at(at, hit.end - 1) or ([], hit.end)  # «أمرت إسرائيل اليوم …»
        if not entries:
            return ([], hit.end) if hit.end - at > 1 else None
        if entries[0].table is Table.PERSON:
            return self._persons.known_in_text(hit, entries, stop)
        return self.candidates(hit, entries), hit.end

    def candidates(self, hit: _Hit, entries: list[Entry]) -> list[Candidate]:
        """The candidate of a hit, with the land inside its name and the bodies joined to it."""
        readings = tuple(a for e in entries if (a := actor_of(e, hit.code, self._page.knowledge)))
        if not readings:
            return []
        entry = entries[0]
        how = MentionHow.ALIAS if entry.alias or entry.template else MentionHow.NAME
        start, end = self._own_name(hit, entry)
        form = hit.form if start == hit.start else None
        found = self._page.candidate((start, end), form, Sign.TABLE, how, readings)
        capital = entry.table is Table.CAPITAL
        place = entry.table in _GEOGRAPHY and is_place(self._page, hit, capital=capital)
        place = place or self._is_where(hit, entry)
        marked = entry.table is Table.MEDIUM or self._quoted(hit, len(self._page.tokens))
        sure = marked or self._sworn(hit, entry) or (entry.sure and not self._coincides(hit, entry))
        sure = sure or (entry.table is Table.COUNTRY and self._stands_as_state(hit))
        head = f"{BARE}{entry.id}" if entry.template and not hit.code else "capital" if capital else ""
        found = replace(found, sure=sure, place=place, head=head)
        land = self._land_inside(hit, readings[0]) if entry.template else []
        return [found, *land, *(self._joined(hit) if entry.table is Table.BODY else [])]

    def _is_where(self, hit: _Hit, entry: Entry) -> bool:
        """A page on which a text was put up, or the house of a body: «مبنى وزارة الصحة»."""
        before = self._page.before(hit.start)
        if entry.table is Table.MEDIUM:
            kind_named = self._page.any_of(before, self._words.media_cues)  # «وكالة (إرنا)»
            return not kind_named and self._datelined(hit)
        kind = entry.actor.kind if entry.actor else entry.template.kind if entry.template else None
        houses = self._words.buildings | self._words.posts if kind is ActorKind.OFFICE else self._words.pages
        return self._page.any_of(before, houses | self._words.pages)

    def _datelined(self, hit: _Hit) -> bool:
        """«القاهرة - سبوتنيك.»: the outlet at the head of a paragraph whose own text this is."""
        tokens = self._page.tokens
        if hit.end >= len(tokens) or self._page.fold(hit.end) not in _AFTER_DATELINE:
            return False
        first = hit.start == 0 or tokens[hit.start - 1].paragraph != tokens[hit.start].paragraph
        if first:
            return self._page.fold(hit.end) == "."
        start = tokens[max(0, hit.start - _DATELINE)]
        opens = start.paragraph != tokens[hit.start].paragraph or hit.start <= _DATELINE
        return opens and self._page.fold(hit.start - 1) in _DASHES

    def _own_name(self, hit: _Hit, entry: Entry) -> tuple[int, int]:
        """The outlet's own name inside «وكالة "إنترفاكس" الروسية»; «وكالة الأنباء» is one name."""
        start, end = hit.start, hit.end
        if entry.table is not Table.MEDIUM or not self._page.any_of(start, self._words.media_cues):
            return start, self._closed(start, end)
        start += 1
        while start < end and self._page.fold(start) in MARKS:
            start += 1
        for stop in (end, end - 1):
            words = [t.fold for t in self._page.tokens[start:stop] if t.is_word]
            found = self._page.names.find(words) if words else None
            if found and any(e.id == entry.id for e in found[0]):
                return start, stop - (self._page.fold(stop - 1) in MARKS)
        return hit.start, self._closed(hit.start, end)

    def _closed(self, start: int, end: int) -> int:
        """One token more where the name's marks close only after it."""
        inside = [self._page.fold(k) for k in range(start, end)]
        after = self._page.fold(end)
        open_quote = inside.count('"') % 2 == 1 and after == '"'
        return end + (open_quote or (inside.count("(") > inside.count(")") and after == ")"))

    def _land_inside(self, hit: _Hit, body: Actor) -> list[Candidate]:
        """«ميليشيات طهران» names the state as well."""
        if not hit.code or body.kind not in _FORCES:
            return []
        for k in range(hit.start + 1, hit.end):
            land = None if self._page.nisba(k) else self._page.name_at(k, hit.end)
            if land and land.value[0].table in _GEOGRAPHY:
                actor = country_actor(self._page.knowledge.countries[hit.code])
                return [self._page.candidate((k, land.end), None, Sign.TABLE, MentionHow.ALIAS, (actor,))]
        return []

    def _joined(self, hit: _Hit) -> list[Candidate]:
        """«القوات الروسية والسورية»: the second adjective is a second body."""
        nisba, first = self._page.nisba(hit.end), self._page.nisba(hit.end - 1)
        if not (nisba and first and nisba.definite and self._page.fold(hit.end).startswith("وال")):
            return []
        if (nisba.gender, nisba.number) != (first.gender, first.number):
            return []
        second = self._page.fold(hit.end).removeprefix("و")
        middle = (t.fold for t in self._page.tokens[hit.start + 1 : hit.end - 1] if t.is_word)
        found = self._page.names.find((hit.form.word, *middle, second))
        actor = actor_of(found[0][0], found[1], self._page.knowledge) if found else None
        if actor is None:
            return []
        return [
            self._page.candidate((hit.start, hit.end + 1), hit.form, Sign.TABLE, MentionHow.ALIAS, (actor,))
        ]

    def _sworn(self, hit: _Hit, entry: Entry) -> bool:
        """«المرتبط بالقاعدة»: a group by an ordinary word."""
        kind = entry.actor.kind if entry.table is Table.BODY and entry.actor else None
        return kind is ActorKind.ARMED_GROUP and self._page.any_of(
            self._page.before(hit.start), self._words.loyal
        )

    def _stands_as_state(self, hit: _Hit) -> bool:
        """«قررت مالي», «مع مالي», «فرنسا ومالي»: an ordinary word where only a name can stand."""
        before = self._page.before(hit.start)
        if before < 0 or hit.form.prefix not in ("", "و"):
            return False
        if hit.form.prefix == "و":
            other = next((h for k in (before, before - 1) if (h := self._page.name_at(k, hit.start))), None)
            return other is not None and other.end == hit.start and other.value[0].table is Table.COUNTRY
        verb = self._page.tokens[before].verb()
        acts = verb is not None and verb.gender == "f" and verb.number == "s" and verb.suffix is None
        return acts or self._page.fold(before) in _BEFORE_NAMES

    def _coincides(self, hit: _Hit, entry: Entry) -> bool:
        """«بحماس» is a word of its own: the name under a proclitic is not certain."""
        single = hit.end - hit.start == 1
        return (
            single
            and bool(set(hit.form.prefix) & {"ب", "ك"})
            and entry.table not in _GEOGRAPHY
            and is_plain_word(hit.form.word.removeprefix("ال"))
        )

    def fitting(self, hit: _Hit, stop: int) -> list[Entry]:
        """The readings of a hit that the words around it allow: media after their cues, no places."""
        cued, quoted = self._cued(hit.start), self._quoted(hit, stop)
        media = [e for e in hit.value if e.table is Table.MEDIUM]
        others = [e for e in hit.value if e.table is not Table.MEDIUM]
        if cued:
            return media or others
        if quoted and media and (others or not media[0].sure):
            return media
        entries = others + [e for e in media if e.sure]
        if self._is_adjective(hit) or self._is_accusative(hit):
            return []
        return [e for e in entries if e.table is not Table.PLACE and not self._goes_on(hit, e, stop)]

    def _is_accusative(self, hit: _Hit) -> bool:
        """«جنديا روسياً»: the ending tells the adjective from the state."""
        return hit.value[0].table is Table.COUNTRY and _TANWIN in self._page.tokens[hit.end - 1].span.text

    def _goes_on(self, hit: _Hit, entry: Entry, stop: int) -> bool:
        """«النظام الصحي», «الشرطة المحلية»: an adjective makes another thing of a body without its state."""
        if not is_bare(entry, hit.code) or hit.end >= stop:
            return False
        after = self._page.fold(hit.end)
        return after.startswith("ال") and after not in self._words.not_part

    def _cued(self, at: int) -> bool:
        return self._page.any_of(self._page.before(at), self._words.media_cues)

    def _quoted(self, hit: _Hit, stop: int) -> bool:
        return (
            self._page.fold(hit.start - 1) in MARKS and hit.end < stop and self._page.fold(hit.end) in MARKS
        )

    def _is_adjective(self, hit: _Hit) -> bool:
        """«السعودية» after a definite noun is the adjective, «سورية» after an indefinite feminine too."""
        found = self._page.nisba(hit.start)
        if hit.end - hit.start > 1 or found is None or hit.form.prefix:
            return False
        before = self._page.fold(hit.start - 1)
        if found.definite and before == '"':  # «قناة "العربية" السعودية»
            before = self._page.fold(hit.start - 2)
        if found.definite:
            return any(w.startswith("ال") and w != "الي" for w in (before, before[1:]))
        return before.endswith(("ه", "ات")) or before == "قوات"


def is_ministry(entries: list[Entry]) -> bool:
    """«الخارجية الجزائرية» in «وزير الخارجية الجزائرية» is what the minister is of, no body beside him."""
    if not entries:
        return False
    institution = entries[0].template
    ministry = institution is not None and institution.suffix.endswith("_ministry")
    return ministry or entries[0].id.endswith(("_ministry", "department_of_state"))
