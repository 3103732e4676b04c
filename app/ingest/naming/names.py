"""Names of persons that no table knows, read part by part.

A name is made of listed given names, words of no dictionary, particles with what they bind (بن, عبد,
أبو …), and family names; where it stands decides how much of an ordinary word it may take.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.ingest.naming.english import singular
from app.ingest.naming.page import Page
from app.ingest.naming.slots import ARABIC, NameRun, SlotReader, has_article, to_medium
from app.languages.ar.lexicon import is_word
from app.languages.ar.names import family_names, given_names, load_names
from app.languages.ar.offices import load_offices

_LONGEST = 6
_BINDING = frozenset({"بن", "ابن", "بنت", "ابو", "ابي", "ابا", "بو", "ام", "ولد", "عبد", "ال"})
_OWNERS = ("ته", "تها", "تهم", "تهما", "تنا")
_LEFT_OPEN = frozenset({"بن", "ابن", "بنت", "ابو", "ابي", "ابا", "عبد", "ال", "دي", "فان", "فون"})


@dataclass(frozen=True, slots=True)
class _Step:
    """A token that may continue a name, with what has been read of the name.

    ``parts`` stand before it, ``given`` of them given names; ``firm`` says that the name is not in doubt,
    ``strong`` that something before the name announces a person. Nothing at ``stop`` or later belongs to it.
    """

    at: int
    stop: int
    word: str
    parts: int
    given: int
    firm: bool
    strong: bool

    @property
    def is_second(self) -> bool:
        """Whether it follows one given name and nothing else."""
        return self.parts == self.given == 1

    @property
    def may_be_surname(self) -> bool:
        return self.parts > 0 and self.given > 0 and self.firm


class NameReader:
    """Reads names in one article."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._given = given_names()
        self._surnames = family_names()
        self._words = load_names()
        self._offices = load_offices()
        self._slots = SlotReader(page)

    def run(self, i: int, stop: int, *, strong: bool, first: str | None = None) -> NameRun | None:
        """The name that begins at token ``i``, read as ``first`` where a proclitic was taken off.

        ``strong`` says that a title or a verb of speech stands before it, so that ordinary words
        may serve as surname after a given name.
        """
        at, parts, given, doubtful, unknown, gender = i, 0, 0, 0, 0, None
        while at < stop and parts < _LONGEST:
            firm = strong or given > doubtful
            foreign = parts == unknown == 1 and not given and not self._for_word(i)  # «بريدجت كيلوك إن»
            word = first if first and at == i else self._page.fold(at)
            taken = self._part(_Step(at, stop, word, parts, given + foreign, firm, strong))
            if not taken:
                break
            listed = self._given.get(word)
            parts += 1
            if taken > 1 or self._joined_kin(word):
                given += 1
            elif listed:
                given += 1
                doubtful += word in self._words.doubtful_names
                gender = gender or listed.gender
            elif not is_word(word):
                unknown += 1
            at += taken
        whole = self._slots.read(i, stop) if strong else None
        if whole is not None and whole.stop > at:
            return whole
        if at == i or self._page.fold(at - 1) in _LEFT_OPEN:
            return None
        return NameRun(i, at, given, doubtful, unknown, gender)

    def _part(self, step: _Step) -> int:
        """How many tokens the next part of the name takes, 0 for none."""
        i, stop, word, strong = step.at, step.stop, step.word, step.strong
        to_the = word.startswith("لل") and len(word) > 4 and word not in self._given
        if not self._page.tokens[i].is_word or len(word) < 2 or to_the or not ARABIC.issuperset(word):
            return 0
        if self._preposition(i, word) and (not step.parts or self._ordinary_after(i + 1, stop)):
            return 0
        mother = word == "ام" and strong and not step.parts and self._page.fold(i + 1) in self._given
        certain = strong and word in self._given and self._name_next(i, stop)
        if self._never(i, word) and not (certain or mother):
            return 0
        listed = step.may_be_surname and word in self._surnames
        if word in self._words.name_particles and (word not in self._given or self._binds(i, stop)):
            return self._bound(i, stop) or int(listed)  # «سمير قطب»
        if word in self._given or self._joined_kin(word) or (listed and not self._page.nisba(i)):
            return 1
        if self._nisba_surname(step):
            return 1
        if strong and step.is_second and self._short_surname(i, stop, word):
            return 1
        return 0 if self._barred(i) else self._other(step)

    def _nisba_surname(self, step: _Step) -> bool:
        """«خالد المصري», «سامي العراقي»: after one given name a nationality is the family's."""
        nisba = self._page.nisba(step.at)
        if nisba is None or not (step.firm and step.is_second):
            return False
        masculine = nisba.gender == "m" and nisba.number == "s"
        return nisba.definite and masculine and self.ends(step.at + 1, step.stop)

    def _short_surname(self, i: int, stop: int, word: str) -> bool:
        """«كين وارد،», «سكوت بيكر إن»: spelt as if a particle began it, but nothing is joined there."""
        rest = word[1:]
        if word[0] not in "وبلكف" or rest.startswith("ال") or rest in self._given:
            return False
        if len(word) > 5 and word[0] not in "كف":  # «لوكالات», «بنجاح»; hardly anything is said «ف» or «ك»
            return False
        if (
            rest.endswith(("ه", "ها", "هم"))
            or (rest,) in self._offices.ranks
            or word in self._words.never_name
        ):
            return False
        told = any(a.pos == "verb" and a.person == "3" for a in self._page.tokens[i].analyses)
        if told or self._page.nisba(i) or word in self._words.never_name:
            return False
        after = self._page.fold(i + 1) if i + 1 < stop else ""
        return after in self._words.name_ends or after in ("،", ",", ":")

    def _joined_kin(self, word: str) -> bool:
        """«أبوناصر», «عبدالكريم»: a particle written together with its name."""
        for particle in ("ابو", "بو", "عبدال", "ابي", "ابا"):
            rest = word.removeprefix(particle)
            if rest != word and len(rest) > 2 and not is_word(word):
                return particle == "عبدال" or rest in self._given or rest.removeprefix("ال") in self._given
        return False

    def _bound(self, i: int, stop: int) -> int:
        """A particle with its name: two tokens, three for «بن عبد الرحمن», none where it binds nothing."""
        if not self._binds(i, stop):
            return 0
        after = self._page.fold(i + 1)
        return 3 if after in _BINDING and after not in self._given and self._binds(i + 1, stop) else 2

    def _other(self, step: _Step) -> int:
        """A family name, or a word of no dictionary."""
        i, stop, word = step.at, step.stop, step.word
        if has_article(self._page.tokens[i]) and len(word) > 4:
            return int(step.may_be_surname and self._family(word, step.parts))
        if word.startswith("و") and word.endswith(("ه", "ها", "هم")) and len(word) > 4:
            return 0
        if not is_word(word):
            plural = word.endswith(("ين", "ون")) and len(word) > 5 and self._inflected(word)
            if plural and step.parts and self._page.nisba(i - 1):
                return 0  # «تركي مقاتلين»
            foreign = step.strong and not step.parts and self._name_next(i, stop)
            return int(step.may_be_surname or foreign or not self._inflected(word))
        owned = self._page.tokens[i].span.text.endswith("ه") and is_word(word.removesuffix("ه"))
        announced = step.parts > 0 and step.given > 0 and step.strong
        return int(announced and not owned and self.ends(i + 1, stop))

    def _inflected(self, word: str) -> bool:
        """«لقاءين», «مساحته»: a form of a word that the dictionary has without its ending."""
        if word != singular(word) and is_word(singular(word)):
            return True
        return any(word.endswith(e) and is_word(word.removesuffix(e) + "ه") for e in _OWNERS)

    def _family(self, word: str, before: int) -> bool:
        """A family name with the article; as third part it must look like one (…ي, or no common word)."""
        if word.endswith(("ات", "ون", "ين")):
            return False
        return before < 2 or word.endswith("ي") or not is_word(word[2:]) or word[2:] in self._given

    def _name_next(self, i: int, stop: int) -> bool:
        """True when the next word can only be part of a name."""
        after = self._page.fold(i + 1) if i + 1 < stop else ""
        return (
            bool(after)
            and (after in self._given or not is_word(after))
            and after not in self._words.never_name
        )

    def _never(self, i: int, word: str) -> bool:
        """A word that stands in no name; «على» is one, «علي» is not, though they fold alike."""
        text = self._page.tokens[i].span.text
        return word in self._words.never_name and not (word == "علي" and text.endswith("ي"))

    def _for_word(self, i: int) -> bool:
        """«قصفها لبلدات الغوطة»: a particle before a word of the language begins no name of no list."""
        word = self._page.fold(i)
        return word[:1] in ("ل", "ب", "ك") and (word.endswith("ات") or is_word(word[1:]))

    def _ordinary_after(self, i: int, stop: int) -> bool:
        """What follows is no part of a name: «حصل صالح على 219 صوتا»."""
        return i >= stop or self._page.fold(i).isdigit() or not self._name_next(i - 1, stop)

    def _preposition(self, i: int, word: str) -> bool:
        """«أثنى على فلان»: spelt with ى, which a name that begins here hardly is."""
        return word == "علي" and self._page.tokens[i].span.text.endswith("ى")

    def _binds(self, i: int, stop: int) -> bool:
        """True when the particle at ``i`` (بن, عبد, أبو …) has a name to go with."""
        if i + 1 >= stop or not self._page.tokens[i + 1].is_word:
            return False
        word, after = self._page.fold(i), self._page.fold(i + 1)
        if after in self._words.never_name or self._page.nisba(i + 1):
            return False
        if word in _BINDING:
            return True
        return (
            after in ("الدين", "الله", "الاسلام", "الحق")
            if is_word(word)
            else after in self._given or not is_word(after)
        )

    def _barred(self, i: int) -> bool:
        word = self._page.fold(i)
        if word in self._offices.modifiers or word in self._offices.honorifics or self._page.nisba(i):
            return True
        if (word,) in self._offices.ranks and word.startswith("ال"):
            return True
        if word[0] in "وفبلك" and word not in self._given and (is_word(word) or self._slots.is_led(i)):
            return True
        return self._page.tokens[i].verb() is not None

    def ends(self, i: int, stop: int) -> bool:
        """True where a name may end: at a mark, a particle of speech or the sentence's end."""
        if i >= stop or not self._page.tokens[i].is_word or self._page.fold(i).startswith("و"):
            return True
        if self._page.fold(i) in self._words.never_name or self._page.tokens[i].verb() is not None:
            return True
        hit = self._page.name_at(i, stop)
        addressed = self._page.fold(i).startswith("لل") or to_medium(self._page.fold(i))
        return addressed or (hit is not None and hit.form.prefix in ("ل", "ب"))

    def convinces(self, run: NameRun, stop: int) -> bool:
        """A name some words after its title must be sure, or end where a name may end."""
        if run.given > run.doubtful or run.unknown > 1:
            return True
        return run.given > 0 and self.ends(run.stop, stop)

    def reads_as_words(self, run: NameRun) -> bool:
        """«نيل الحرية», «يسري القرار»: a verb or noun spelt like a given name, and a common noun."""
        if run.parts != 2:
            return False
        first, last = self._page.tokens[run.start], self._page.fold(run.stop - 1)
        rest = last.removeprefix("ال")
        if rest == last or not (is_word(rest) or is_word(last)) or rest.endswith("ي") or rest in self._given:
            return False
        spelt = {a.pos for a in first.analyses} & {"verb", "verbal_noun"}
        ordinary = spelt or first.fold in self._words.doubtful_names | self._words.given_words
        return bool(ordinary) and last not in self._surnames
