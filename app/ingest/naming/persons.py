"""Persons: known ones in running text, and unlisted names recognised by their parts."""

from __future__ import annotations

from dataclasses import replace

from app.domain.records import Actor, ActorKind, Candidate, MentionHow, Sign
from app.ingest.naming.names import NameReader
from app.ingest.naming.page import Find, Page
from app.ingest.naming.slots import NameRun
from app.ingest.naming.spelling import respelt_person
from app.ingest.naming.tables import Entry, Table
from app.ingest.naming.trie import Form, Hit, forms
from app.knowledge.records import slugify
from app.languages.ar.lexicon import is_plain_word, is_word
from app.languages.ar.names import given_names, load_names
from app.languages.ar.normalise import untagged
from app.languages.ar.offices import load_offices
from app.languages.ar.romanise import romanise

#: «بأبي فلان»: the genitive of أبو, which no other word is.
_FATHER = "ابي"
_FUTURE = ("سي", "ست")
_BEFORE_VERBS = frozenset(
    {"ان", "قد", "وقد", "فقد", "لقد", "كما", "فيما", "بينما", "حيث", "الذي", "عندما", "بعدما", "وكان"}
)
_OPENERS = frozenset({"،", ",", '"', "(", "-"})


class PersonFinder:
    """Reads names of persons in one article."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.names = NameReader(page)
        self._given = given_names()
        self._words = load_names()
        self._offices = load_offices()

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
        namesake = self._namesake(hit)
        if namesake:
            return [namesake], hit.end
        found, end = self._known(hit, entries, stop, strong=False)
        return [found], end

    def _namesake(self, hit: Hit[tuple[Entry, ...]]) -> Candidate | None:
        """«إسلام سليماني» is not the general: a given name stands before the known surname."""
        at = hit.start - 1
        if hit.end - hit.start > 1 or hit.form.cut or at < 0 or not self._page.same_sentence(at, hit.start):
            return None
        listed = self._given.get(self._page.fold(at))
        if listed is None or self._page.fold(at) in self._words.never_name:
            return None
        return self.unknown(NameRun(at, hit.end, 1, 0, 0, listed.gender))

    def _known(
        self, hit: Hit[tuple[Entry, ...]], entries: list[Entry], stop: int, *, strong: bool
    ) -> tuple[Candidate, int]:
        if hit.end - hit.start == 1 and not hit.form.cut:
            longer = self.names.run(hit.start, stop, strong=strong)
            if longer and self._goes_on(hit, longer):
                return self.unknown(longer), longer.stop
        readings = tuple(e.actor for e in entries if e.actor)
        how = MentionHow.ALIAS if entries[0].alias else MentionHow.NAME
        end = self._lineage(hit.end, stop)
        found = self._page.candidate((hit.start, end), hit.form, Sign.TABLE, how, readings)
        sure = entries[0].sure and (strong or not self._reads_as_verb(hit))
        return replace(found, sure=sure, gender=self._gender(hit)), end

    def _goes_on(self, hit: Hit[tuple[Entry, ...]], longer: NameRun) -> bool:
        """A longer name of nobody known; «باسم ميركل شتيفن» is a known surname and a given name."""
        if hit.form.word not in self._given and self._page.fold(hit.end) in self._given:
            return False
        return longer.stop > hit.end and (longer.given > 0 or longer.unknown > 1)

    def _reads_as_verb(self, hit: Hit[tuple[Entry, ...]]) -> bool:
        """«لقاء سيجري غدا»: a surname spelt like the future of a verb counts beside its first name only."""
        return hit.end - hit.start == 1 and hit.form.word.startswith(_FUTURE) and is_word(hit.form.word[1:])

    def _lineage(self, at: int, stop: int) -> int:
        """Where «بن فلان» and «آل فلان» after a known name end."""
        while (
            at + 1 < stop and self._page.fold(at) in ("بن", "بنت", "ال") and self._page.tokens[at + 1].is_word
        ):
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
        if at >= stop or self.is_on_behalf(at):
            return None
        known = self.known_at(at, stop)
        if known:
            return known
        run = self.names.run(at, stop, strong=True)
        if run is None or not (run.given or run.unknown) or self.known_next(at, stop):
            return None
        if comma:
            enough = run.parts > 1 and (run.given or (run.unknown > 1 and self.names.ends(run.stop, stop)))
        else:
            enough = run.parts > 1 or (run.unknown and not self._owned(run.stop, stop))
        return (self.unknown(run), run.stop) if enough else None

    def known_next(self, at: int, stop: int) -> bool:
        """«جهاز الموساد يوسي كوهين»: a strange word before somebody's whole name is no part of it."""
        if self._page.fold(at) in self._given or at + 1 >= stop:
            return False
        hit = self._page.name_at(at + 1, stop)
        whole = hit is not None and hit.end - hit.start > 1 and not hit.form.cut
        return whole and hit is not None and any(e.table is Table.PERSON and not e.alias for e in hit.value)

    def _owned(self, at: int, stop: int) -> bool:
        """«مزاعم الرئيس»: one strange word before a noun with the article is a noun itself."""
        after = self._page.fold(at) if at < stop else ""
        return after.startswith("ال") and after not in self._words.not_part and len(after) > 4

    def _is_address(self, at: int) -> bool:
        word = self._page.fold(at)
        return word in self._offices.honorifics or word in self._offices.honorific_modifiers

    def untitled(self, at: int, stop: int) -> Find | None:
        """A name without title: it begins with a given name or follows a verb."""
        if self.is_on_behalf(at) or self._is_verb_of(at, stop):
            return None
        if self.thing_before(at):
            thing = self.names.run(at, stop, strong=False)
            return ([], thing.stop) if thing and thing.given else None
        spoken = self._after_kin(at) or (
            at > 0 and self._page.same_sentence(at - 1, at) and self._page.tokens[at - 1].verb() is not None
        )
        for form in forms(self._page.fold(at)):
            doubtful = form.word not in self._given or is_plain_word(self._page.fold(at))
            if form.cut and doubtful and form.word != _FATHER:
                continue
            run = self.names.run(at, stop, strong=spoken, first=form.word)
            if run and run.unknown and self.known_next(at, stop):
                continue
            if run and run.parts > 1 and self._is_sure(run, spoken=spoken):
                found = self.unknown(run, form)
                nickname = self._is_nickname(at, form)
                return [replace(found, head="nickname") if nickname else found], run.stop
        return None

    def _is_nickname(self, at: int, form: Form) -> bool:
        """«الملقب بأبي فلان», «يكنى بـ "أبي فلان"»."""
        before = self._page.before(at)
        if self._page.fold(before) == "ب":
            before -= 1
        elif "ب" not in form.prefix:
            return False
        return self._page.any_of(before, self._words.nicknames)

    def _is_verb_of(self, at: int, stop: int) -> bool:
        """«طالب سعد الحريري بكذا»: a verb that opens the sentence, spelt like a name, before one."""
        before = self._page.fold(at - 1)
        opens = at == 0 or not self._page.same_sentence(at - 1, at) or before in _BEFORE_VERBS
        after = self._page.fold(at + 1) if at + 1 < stop else ""
        return opens and self._page.tokens[at].verb() is not None and after in self._given

    def is_on_behalf(self, at: int) -> bool:
        """«متحدث باسم الشركة»: the preposition, not the given name spelt like it."""
        before = self._page.fold(at - 1).removeprefix("و").removeprefix("ال") if at else ""
        return self._page.fold(at) == "باسم" and before.startswith(("متحدث", "ناطق", "الرسمي", "رسمي"))

    def _is_sure(self, run: NameRun, *, spoken: bool) -> bool:
        if self.names.reads_as_words(run):
            return False
        if run.given > run.doubtful or (run.given > 1 and spoken) or self._after_kin(run.start):
            return True
        return bool(run.given and (run.unknown or spoken)) or (spoken and run.unknown > 1)

    def _after_kin(self, at: int) -> bool:
        return self._page.any_of(at - 1, self._words.apposition)

    def thing_before(self, at: int) -> bool:
        """«شارع», «مستشفى» … before a name: what follows names a place."""
        before = self._page.before(at)
        return before >= 0 and self._page.any_of(before, self._words.not_person_after)

    def unknown(self, run: NameRun, form: Form | None = None) -> Candidate:
        """A candidate for a person of no table."""
        span = self._page.span(run.start, run.stop, form)
        name_ar = untagged(span.text)
        known = respelt_person(name_ar, self._page.knowledge)
        if known:
            found = self._page.candidate((run.start, run.stop), form, Sign.TABLE, MentionHow.ALIAS, (known,))
            return replace(found, gender=run.gender)
        name_en = romanise(name_ar)
        actor = Actor(
            slugify(name_en) or "person", ActorKind.PERSON, name_ar, name_en, known=False,
            gender=run.gender, number="s",
        )  # fmt: skip
        return self._page.candidate((run.start, run.stop), form, Sign.PERSON, MentionHow.NAME, (actor,))
