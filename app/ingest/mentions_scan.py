"""One pass over the tokens of a sentence that yields candidates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.records import Actor, ActorKind, Candidate, MentionHow, Sign
from app.domain.text import Document, Span, Token
from app.ingest.mentions_persons import NameRun, name_reader
from app.ingest.mentions_places import is_place
from app.ingest.mentions_sources import source_at
from app.ingest.mentions_tables import Entry, Table, actor_of, gazetteer
from app.ingest.mentions_titles import Title, title_grammar
from app.ingest.mentions_trie import MARKS, Form, Hit, forms
from app.ingest.nationality import nisba_table
from app.knowledge.load import Knowledge
from app.knowledge.records import slugify
from app.languages.ar.names import load_names
from app.languages.ar.normalise import fold
from app.languages.ar.offices import load_offices
from app.languages.ar.romanise import romanise


class Scanner:
    """Finds candidates in one article."""

    def __init__(self, document: Document, tokens: Sequence[Token], knowledge: Knowledge) -> None:
        self._text = document.text
        self._tokens = tokens
        self._knowledge = knowledge
        self._names = gazetteer(knowledge)
        self._titles = title_grammar(knowledge)
        self._reader = name_reader(knowledge)
        self._nisba = nisba_table(knowledge)
        self._words = load_names()
        self._offices = load_offices()

    def scan(self, start: int, stop: int) -> Iterator[Candidate]:
        """Candidates of the tokens ``[start, stop)``, one sentence."""
        at = start
        while at < stop:
            if not self._tokens[at].is_word:
                at += 1
                continue
            at = yield from self._step(at, stop)

    def _step(self, at: int, stop: int) -> Iterator[Candidate]:
        """Yield what begins at token ``at``; return the token to go on from."""
        for reader in (self._titled, self._tabled, self._source, self._untitled):
            found = reader(at, stop)
            if found:
                yield from found[0]
                return found[1]
        return at + 1

    # -- titles ---------------------------------------------------------------------------------

    def _titled(self, at: int, stop: int) -> tuple[list[Candidate], int] | None:
        title = self._titles.at(self._tokens, at, stop)
        if title is None:
            return self._honoured(at, stop)
        hit = self._names.longest(self._tokens, at, stop)
        if hit and hit.end > title.stop:
            return None
        if not title.definite:
            return None
        person, end = self._person_after(title.stop, stop, strong=True)
        inner = self._inside(title)
        if person:
            return [*inner, self._with_title(person, title, at)], end
        if title.bare:
            return [self._described(title)], title.stop
        return [*inner, *self._alone(title)], title.stop

    def _honoured(self, at: int, stop: int) -> tuple[list[Candidate], int] | None:
        """«الجنرال فلان»: a form of address before a name."""
        if not any(f.word in self._offices.honorifics for f in forms(self._tokens[at].fold)):
            return None
        person, end = self._person_after(at + 1, stop, strong=True)
        if person is None:
            return None
        return [_rephrased(person, self._span(at, person.stop))], end

    def _person_after(self, at: int, stop: int, *, strong: bool) -> tuple[Candidate | None, int]:
        """A known or unknown person after a title, commas and forms of address stepped over."""
        comma = False
        while at < stop and (
            self._tokens[at].fold in {"،", ",", '"', "(", "-"}
            or self._tokens[at].fold in self._offices.honorifics
            or self._tokens[at].fold in self._offices.honorific_modifiers
        ):
            comma = comma or not self._tokens[at].is_word
            at += 1
        if at >= stop:
            return None, at
        hit = self._person_hit(at, stop)
        if hit:
            return hit
        run = self._reader.run(self._tokens, at, stop, strong=strong and not comma)
        if run and (run.given or run.unknown) and (run.parts > 1 or (run.unknown and not comma)):
            if comma and not run.given:
                return None, at
            return self._unknown(run), run.stop
        return None, at

    def _person_hit(self, at: int, stop: int) -> tuple[Candidate, int] | None:
        hit = self._names.longest(self._tokens, at, stop)
        if hit is None or hit.form.cut:
            return None
        entries = [e for e in hit.value if e.table is Table.PERSON]
        if not entries:
            return None
        longer = self._reader.run(self._tokens, at, stop, strong=True)
        single = hit.end - hit.start == 1
        if longer and longer.stop > hit.end and single and (longer.given or longer.unknown > 1):
            return self._unknown(longer), longer.stop
        return self._named(hit, entries, stop), hit.end

    def _inside(self, title: Title) -> list[Candidate]:
        """Bodies that a title names: «المتحدث باسم البنتاغون»."""
        found: list[Candidate] = []
        at = title.start + 1
        while at < title.stop:
            hit = self._names.longest(self._tokens, at, title.stop)
            entries = [e for e in hit.value if e.table in (Table.BODY, Table.MEDIUM)] if hit else []
            if hit and entries:
                found += self._entry_candidates(hit, entries, title.stop)
                at = hit.end
            else:
                at += 1
        return [c for c in found if c.readings[0].kind is not ActorKind.MILITARY]

    def _with_title(self, person: Candidate, title: Title, at: int) -> Candidate:
        return _rephrased(person, self._span(at, person.stop, title.form), title.offices, title.country)

    def _described(self, title: Title) -> Candidate:
        """A rank alone, with the article: «الوزير»."""
        span = self._span(title.start, title.stop, title.form)
        return Candidate(
            self._tokens[title.start].paragraph, span, span, title.start, title.stop, Sign.DESCRIPTION,
            MentionHow.DESCRIPTION, head=title.rank.rank.id, gender=title.rank.gender, number=title.rank.number,
        )  # fmt: skip

    def _alone(self, title: Title) -> list[Candidate]:
        """A title without a name: one candidate for each office it means."""
        if title.former:
            return []
        span = self._span(title.start, title.stop, title.form)
        office = self._office_actor(title, span)
        offices = title.offices or ("",)
        number = "s" if len(offices) > 1 else title.rank.number
        return [
            Candidate(
                self._tokens[title.start].paragraph, span, span, title.start, title.stop, Sign.TITLE, MentionHow.OFFICE,
                (office,), (identifier,) if identifier else (), title.rank.rank.id, title.country, title.rank.gender,
                number,
            )
            for identifier in offices
        ]  # fmt: skip

    def _office_actor(self, title: Title, span: Span) -> Actor:
        """The office itself, for titles whose holder is not known."""
        if len(title.offices) == 1 and title.offices[0] in self._knowledge.offices:
            office = self._knowledge.offices[title.offices[0]]
            return Actor(office.slug, ActorKind.OFFICE, office.name_ar, office.name_en, office.country, number="s")
        name_en = self._title_en(title)
        return Actor(
            slugify(name_en), ActorKind.OFFICE, span.text, name_en, title.country, known=False,
            gender=title.rank.gender, number=title.rank.number,
        )  # fmt: skip

    def _title_en(self, title: Title) -> str:
        country = self._knowledge.countries.get(title.country or "")
        words = [country.adjective_en if country and not title.body else "", title.portfolio or "", title.rank.rank.en]
        name = " ".join(filter(None, words))
        if title.nested:
            return f"{title.rank.rank.en} to the {self._title_en(title.nested)}"
        if title.place:
            place = self._knowledge.countries.get(title.place) or self._knowledge.places.get(title.place)
            name += f" to {place.name_en}" if place else ""
        return f"{name} of {title.body.name_en}" if title.body else name

    # -- names of the tables ----------------------------------------------------------------------

    def _tabled(self, at: int, stop: int) -> tuple[list[Candidate], int] | None:
        hit = self._names.longest(self._tokens, at, stop)
        if hit is None:
            return None
        entries = self._fitting(hit, stop)
        if not entries:
            return ([], hit.end) if hit.end - at > 1 else None
        if entries[0].table is Table.PERSON:
            return self._person_in_text(hit, entries, stop)
        return self._entry_candidates(hit, entries, stop), hit.end

    def _person_in_text(self, hit: Hit[tuple[Entry, ...]], entries: list[Entry], stop: int) -> tuple[list[Candidate], int] | None:
        if self._thing_before(hit.start):
            return [], hit.end
        longer = self._reader.run(self._tokens, hit.start, stop, strong=False)
        if hit.end - hit.start == 1 and longer and longer.stop > hit.end and longer.given and not hit.form.cut:
            return [self._unknown(longer)], longer.stop
        return [self._named(hit, entries, stop)], hit.end

    def _thing_before(self, at: int) -> bool:
        return at > 0 and any(f.word in self._words.not_person_after for f in forms(self._tokens[at - 1].fold))

    def _fitting(self, hit: Hit[tuple[Entry, ...]], stop: int) -> list[Entry]:
        """The readings of a name that its surroundings allow."""
        cued, quoted = self._cued(hit.start), self._quoted(hit, stop)
        entries: list[Entry] = []
        for entry in hit.value:
            if entry.table is Table.MEDIUM:
                if cued or entry.sure or quoted:
                    entries.append(entry)
            elif not cued:
                entries.append(entry)
        if cued and not entries:
            entries = list(hit.value)
        media = [e for e in entries if e.table is Table.MEDIUM]
        if media and (cued or (quoted and len(hit.value) > 1)):
            return media
        return [e for e in entries if e.table is not Table.PLACE] if not self._is_adjective(hit) else []

    def _cued(self, at: int) -> bool:
        before = at - 1
        while before >= 0 and self._tokens[before].fold in MARKS:
            before -= 1
        return before >= 0 and any(f.word in self._words.media_cues for f in forms(self._tokens[before].fold))

    def _quoted(self, hit: Hit[tuple[Entry, ...]], stop: int) -> bool:
        before, after = self._tokens[hit.start - 1 : hit.start], self._tokens[hit.end : min(hit.end + 1, stop)]
        return bool(before and after and before[0].fold in MARKS and after[0].fold in MARKS)

    def _is_adjective(self, hit: Hit[tuple[Entry, ...]]) -> bool:
        """«السعودية» after a definite noun is the adjective, «سورية» after an indefinite feminine too."""
        word = hit.form.word
        if hit.end - hit.start > 1 or word not in self._nisba or hit.form.prefix or hit.start == 0:
            return False
        before = self._tokens[hit.start - 1].fold
        if self._nisba[word].definite:
            return any(f.word.startswith("ال") and not f.word.startswith("الي") for f in forms(before))
        return before.endswith(("ه", "ات")) or before in ("قوات",)

    def _entry_candidates(self, hit: Hit[tuple[Entry, ...]], entries: list[Entry], stop: int) -> list[Candidate]:
        readings = tuple(a for e in entries if (a := actor_of(e, hit.code, self._knowledge)))
        if not readings:
            return []
        entry = entries[0]
        span = self._span(hit.start, hit.end, hit.form)
        place = entry.table in (Table.COUNTRY, Table.CAPITAL) and is_place(
            self._tokens, hit, capital=entry.table is Table.CAPITAL
        )
        how = MentionHow.ALIAS if entry.alias or entry.template else MentionHow.NAME
        sure = entry.sure or entry.table is Table.MEDIUM
        return [
            Candidate(
                self._tokens[hit.start].paragraph, span, span, hit.start, hit.end, Sign.TABLE, how, readings,
                country=readings[0].country, gender=readings[0].gender, number=readings[0].number, sure=sure,
                place=place,
            )
        ]  # fmt: skip

    def _named(self, hit: Hit[tuple[Entry, ...]], entries: list[Entry], stop: int) -> Candidate:
        span = self._span(hit.start, hit.end, hit.form)
        readings = tuple(e.actor for e in entries if e.actor)
        how = MentionHow.ALIAS if entries[0].alias else MentionHow.NAME
        return Candidate(
            self._tokens[hit.start].paragraph, span, span, hit.start, hit.end, Sign.TABLE, how, readings,
            country=readings[0].country, gender=readings[0].gender, number="s", sure=entries[0].sure,
        )  # fmt: skip

    # -- names of no table --------------------------------------------------------------------------

    def _source(self, at: int, stop: int) -> tuple[list[Candidate], int] | None:
        found = source_at(self._text, self._tokens, at, stop, self._knowledge)
        if found is None:
            return None
        inner: list[Candidate] = []
        for k in range(at + 1, found.stop):
            tabled = self._tabled(k, found.stop)
            inner += tabled[0] if tabled else []
        return [found, *inner], found.stop

    def _untitled(self, at: int, stop: int) -> tuple[list[Candidate], int] | None:
        """A name after a verb of speech, or one whose first part is a listed given name."""
        if self._thing_before(at):
            return None
        cut = next((f for f in forms(self._tokens[at].fold) if f.cut == 0), None)
        run = self._reader.run(self._tokens, at, stop, strong=self._after_speech(at))
        if cut is None or run is None or run.parts < 2 or not run.given:
            return None
        return [self._unknown(run)], run.stop

    def _after_speech(self, at: int) -> bool:
        return at > 0 and self._tokens[at - 1].verb() is not None

    def _unknown(self, run: NameRun) -> Candidate:
        span = self._span(run.start, run.stop)
        name_en = romanise(span.text)
        actor = Actor(
            slugify(name_en) or "person", ActorKind.PERSON, span.text, name_en, known=False, gender=run.gender,
            number="s",
        )  # fmt: skip
        return Candidate(
            self._tokens[run.start].paragraph, span, span, run.start, run.stop, Sign.PERSON, MentionHow.NAME, (actor,),
            gender=run.gender, number="s",
        )  # fmt: skip

    # -- spans ----------------------------------------------------------------------------------------

    def _span(self, first: int, stop: int, form: Form | None = None) -> Span:
        """The words of tokens ``[first, stop)`` without the proclitics that ``form`` cut off."""
        token = self._tokens[first]
        start = token.span.start
        cut = form.cut if form else 0
        while cut and start < token.span.end - 1:
            cut -= bool(fold(self._text[start]))
            start += 1
        return Span.of(self._text, start, self._tokens[stop - 1].span.end)


def _rephrased(
    person: Candidate, phrase: Span, offices: tuple[str, ...] = (), country: str | None = None
) -> Candidate:
    from dataclasses import replace

    return replace(person, phrase=phrase, offices=offices, country=person.country or country)
