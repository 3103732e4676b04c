"""Persons: known ones in running text, and names of no table read from their parts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.records import Actor, ActorKind, Candidate, MentionHow, Sign
from app.ingest.mentions_page import Find, Page
from app.ingest.mentions_tables import Entry, Table
from app.ingest.mentions_trie import Form, Hit, forms
from app.knowledge.records import slugify
from app.languages.ar.lexicon import is_word
from app.languages.ar.names import given_names, load_names
from app.languages.ar.offices import load_offices
from app.languages.ar.romanise import romanise

_LONGEST = 6
_ARABIC = frozenset("ءؤئاآأإبةتثجحخدذرزسشصضطظعغفقكلمنهويىپچڤگژ")
_OPENERS = frozenset({"،", ",", '"', "(", "-"})
_BINDING = frozenset({"بن", "ابن", "بنت", "ابو", "ابي", "ابا", "بو", "ام", "ولد", "عبد", "ال"})
_LEFT_OPEN = frozenset({"بن", "ابن", "بنت", "ابو", "ابي", "ابا", "عبد", "ال", "دي", "فان", "فون"})


@dataclass(frozen=True, slots=True)
class NameRun:
    """Tokens ``[start, stop)`` that read as a person's name.

    ``given`` counts listed given names, ``doubtful`` those of them that are ordinary words too,
    ``unknown`` the words of no dictionary.
    """

    start: int
    stop: int
    given: int
    doubtful: int
    unknown: int
    gender: str | None

    @property
    def parts(self) -> int:
        return self.stop - self.start


class PersonFinder:
    """Reads names of persons in one article."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._given = given_names()
        self._words = load_names()
        self._offices = load_offices()

    # -- runs of name parts -----------------------------------------------------------------------

    def run(self, i: int, stop: int, *, strong: bool, first: str | None = None) -> NameRun | None:
        """The name that begins at token ``i``, read as ``first`` where a proclitic was taken off.

        ``strong`` says that a title or a verb of speech stands before it, so that ordinary words
        may serve as surname after a given name.
        """
        at, parts, given, doubtful, unknown, gender = i, 0, 0, 0, 0, None
        while at < stop and parts < _LONGEST:
            firm = strong or given > doubtful
            step = self._part(at, stop, self._word(at, i, first), parts, given, firm=firm, strong=strong)
            if not step:
                break
            word = self._word(at, i, first)
            listed = self._given.get(word)
            parts += 1
            if step > 1:
                given += 1
            elif listed:
                given += 1
                doubtful += word in self._words.doubtful_names
                gender = gender or listed.gender
            elif not is_word(word):
                unknown += 1
            at += step
        if at == i or self._page.fold(at - 1) in _LEFT_OPEN:
            return None
        return NameRun(i, at, given, doubtful, unknown, gender)

    def _word(self, at: int, i: int, first: str | None) -> str:
        return first if first and at == i else self._page.fold(at)

    def _part(self, i: int, stop: int, word: str, before: int, given: int, *, firm: bool, strong: bool) -> int:
        """How many tokens the next part of the name takes, 0 for none; ``before`` parts stand before it."""
        if not self._page.tokens[i].is_word or len(word) < 2 or not _ARABIC.issuperset(word):
            return 0
        if self._never(i, word) and not (strong and word in self._given and self._name_next(i, stop)):
            return 0
        if word in self._words.name_particles and not (word in self._given and not self._binds(i, stop)):
            if not self._binds(i, stop):
                return 0
            after = self._page.fold(i + 1)
            return 3 if after in _BINDING and after not in self._given and self._binds(i + 1, stop) else 2
        if word in self._given:
            return 1
        if self._barred(i):
            return 0
        if word.startswith("ال") and len(word) > 4:
            return int(before > 0 and given > 0 and firm and self._family(word, before))
        if not is_word(word):
            return 1
        return int(before > 0 and given > 0 and strong and self._ends(i + 1, stop))

    def _family(self, word: str, before: int) -> bool:
        """A family name with the article; as third part it must look like one (…ي, or no common word)."""
        if word.endswith(("ات", "ون", "ين")):
            return False
        return before < 2 or word.endswith("ي") or not is_word(word[2:]) or word[2:] in self._given

    def _name_next(self, i: int, stop: int) -> bool:
        """True when the next word can only be part of a name."""
        after = self._page.fold(i + 1) if i + 1 < stop else ""
        return bool(after) and (after in self._given or not is_word(after)) and after not in self._words.never_name

    def _never(self, i: int, word: str) -> bool:
        """A word that stands in no name; «على» is one, «علي» is not, though they fold alike."""
        text = self._page.tokens[i].span.text
        return word in self._words.never_name and not (word == "علي" and text.endswith("ي"))

    def _binds(self, i: int, stop: int) -> bool:
        """True when the particle at ``i`` (بن, عبد, أبو …) has a name to go with."""
        if i + 1 >= stop or not self._page.tokens[i + 1].is_word:
            return False
        word, after = self._page.fold(i), self._page.fold(i + 1)
        if after in self._words.never_name or self._page.nisba(i + 1):
            return False
        if word in _BINDING:
            return True
        return after in ("الدين", "الله", "الاسلام", "الحق") if is_word(word) else after in self._given or not is_word(after)

    def _barred(self, i: int) -> bool:
        word = self._page.fold(i)
        if word in self._offices.modifiers or word in self._offices.honorifics or self._page.nisba(i):
            return True
        if (word,) in self._offices.ranks and word.startswith("ال"):
            return True
        if word[0] in "وفبلك" and word not in self._given and is_word(word):
            return True
        return self._page.tokens[i].verb() is not None

    def _ends(self, i: int, stop: int) -> bool:
        """True where a name may end: at a mark, a particle of speech or the sentence's end."""
        if i >= stop or not self._page.tokens[i].is_word or self._page.fold(i).startswith("و"):
            return True
        return self._page.fold(i) in self._words.never_name or self._page.tokens[i].verb() is not None

    # -- known persons ------------------------------------------------------------------------------

    def known_at(self, at: int, stop: int) -> tuple[Candidate, int] | None:
        """A person of the tables right at a token, unless a longer unknown name begins there."""
        hit = self._page.name_at(at, stop)
        if hit is None or hit.form.cut:
            return None
        entries = [e for e in hit.value if e.table is Table.PERSON]
        return self._known(hit, entries, stop, strong=True) if entries else None

    def known_in_text(self, hit: Hit[tuple[Entry, ...]], entries: list[Entry], stop: int) -> Find:
        if self.thing_before(hit.start):
            return [], hit.end
        found, end = self._known(hit, entries, stop, strong=False)
        return [found], end

    def _known(
        self, hit: Hit[tuple[Entry, ...]], entries: list[Entry], stop: int, *, strong: bool
    ) -> tuple[Candidate, int]:
        if hit.end - hit.start == 1 and not hit.form.cut:
            longer = self.run(hit.start, stop, strong=strong)
            if longer and longer.stop > hit.end and (longer.given or longer.unknown > 1):
                return self.unknown(longer), longer.stop
        readings = tuple(e.actor for e in entries if e.actor)
        how = MentionHow.ALIAS if entries[0].alias else MentionHow.NAME
        end = self._lineage(hit.end, stop)
        found = self._page.candidate((hit.start, end), hit.form, Sign.TABLE, how, readings)
        return replace(found, sure=entries[0].sure, gender=self._gender(hit)), end

    def _lineage(self, at: int, stop: int) -> int:
        """Where «بن فلان» and «آل فلان» after a known name end."""
        while at + 1 < stop and self._page.fold(at) in ("بن", "بنت", "ال") and self._page.tokens[at + 1].is_word:
            at += 2
        return at

    def _gender(self, hit: Hit[tuple[Entry, ...]]) -> str | None:
        listed = self._given.get(hit.form.word)
        return listed.gender if listed else None

    # -- unknown persons ------------------------------------------------------------------------------

    def after_title(self, at: int, stop: int) -> tuple[Candidate, int] | None:
        """A known or unknown person after a title, commas and forms of address stepped over."""
        comma = False
        while at < stop and (self._page.fold(at) in _OPENERS or self._is_address(at)):
            comma = comma or not self._page.tokens[at].is_word
            at += 1
        if at >= stop:
            return None
        known = self.known_at(at, stop)
        if known:
            return known
        run = self.run(at, stop, strong=True)
        if run is None or not (run.given or run.unknown):
            return None
        if comma:
            enough = run.parts > 1 and (run.given or (run.unknown > 1 and self._ends(run.stop, stop)))
        else:
            enough = run.parts > 1 or run.unknown
        return (self.unknown(run), run.stop) if enough else None

    def _is_address(self, at: int) -> bool:
        word = self._page.fold(at)
        return word in self._offices.honorifics or word in self._offices.honorific_modifiers

    def untitled(self, at: int, stop: int) -> Find | None:
        """A name without title: it begins with a given name or follows a verb."""
        if self.thing_before(at) or self._is_on_behalf(at):
            return None
        spoken = at > 0 and self._page.same_sentence(at - 1, at) and self._page.tokens[at - 1].verb() is not None
        for form in forms(self._page.fold(at)):
            if form.cut and form.word not in self._given:
                continue
            run = self.run(at, stop, strong=spoken, first=form.word)
            if run and run.parts > 1 and self._is_sure(run, spoken=spoken):
                return [self.unknown(run, form)], run.stop
        return None

    def _is_on_behalf(self, at: int) -> bool:
        """«متحدث باسم الشركة»: the preposition, not the given name spelt like it."""
        before = self._page.fold(at - 1).removeprefix("و").removeprefix("ال") if at else ""
        return self._page.fold(at) == "باسم" and before.startswith(("متحدث", "ناطق", "الرسمي", "رسمي"))

    def _is_sure(self, run: NameRun, *, spoken: bool) -> bool:
        if run.given > run.doubtful or run.given > 1 or self._after_kin(run.start):
            return True
        return bool(run.given and (run.unknown or spoken)) or (spoken and run.unknown > 1)

    def convinces(self, run: NameRun, stop: int) -> bool:
        """A name some words after its title must be sure, or end where a name may end."""
        if run.given > run.doubtful or run.unknown > 1:
            return True
        return run.given > 0 and self._ends(run.stop, stop)

    def _after_kin(self, at: int) -> bool:
        return self._page.any_of(at - 1, self._words.apposition)

    def thing_before(self, at: int) -> bool:
        """«شارع», «مستشفى» … before a name: what follows names a place."""
        before = self._page.before(at)
        return before >= 0 and self._page.any_of(before, self._words.not_person_after)

    def unknown(self, run: NameRun, form: Form | None = None) -> Candidate:
        """A candidate for a person of no table."""
        span = self._page.span(run.start, run.stop, form)
        name_en = romanise(span.text)
        actor = Actor(
            slugify(name_en) or "person", ActorKind.PERSON, span.text, name_en, known=False, gender=run.gender,
            number="s",
        )  # fmt: skip
        return self._page.candidate((run.start, run.stop), form, Sign.PERSON, MentionHow.NAME, (actor,))
