"""Names between a title and what is said, whose parts are spelt like ordinary words."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.text import Analysis, Token
from app.ingest.naming.page import Page
from app.languages.ar.lexicon import is_word
from app.languages.ar.names import family_names, given_names, load_names
from app.languages.ar.offices import load_offices
from app.languages.ar.speech import load_speech

ARABIC = frozenset("ءؤئاآأإبةتثجحخدذرزسشصضطظعغفقكلمنهويىپچڤگژ")
#: A name between a title and «إن» has no more parts.
_SLOT = 4


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


def to_medium(word: str) -> bool:
    """«لوكالة رويترز», «لصحيفة محلية»: whom somebody speaks to, by its first word, folded."""
    return word[:1] == "ل" and word[1:] in load_speech().lists["medium_heads"]


def has_article(token: Token) -> bool:
    """«الدفاع»; not «أليكس», «إلياس», which begin with the same folded letters."""
    return token.fold.startswith("ال") and token.span.text[0] not in "أإآ"


class SlotReader:
    """Reads what stands between a title and «إن» in one article."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._given = given_names()
        self._surnames = family_names()
        self._words = load_names()
        self._offices = load_offices()

    def read(self, i: int, stop: int) -> NameRun | None:
        """«قال السفير دون ميلر إن»: all between a title and what is said, spelt like words or not.

        One part must be a given name or no word of the language, so that «دون تردد إن» is none.
        """
        end = next((j for j in range(i, min(stop, i + _SLOT + 1)) if self._told_after(j, i)), i)
        words = [self._page.fold(j) for j in range(i, end)]
        if len(words) < 2 or not all(self._fills_slot(j, i) for j in range(i, end)):
            return None
        given = [w for w in words if w in self._given]
        sure = [w for w in given if w not in self._words.doubtful_names]
        unknown = [w for w in words if not is_word(w) and w not in self._given]
        if not sure and not unknown:
            return None
        gender = next((self._given[w].gender for w in given), None)
        return NameRun(i, end, len(given), len(given) - len(sure), len(unknown), gender)

    def _fills_slot(self, j: int, first: int) -> bool:
        """No particle or title, nor anything led by one, nor a verb that somebody may be the subject of."""
        word, token = self._page.fold(j), self._page.tokens[j]
        if not token.is_word or not ARABIC.issuperset(word) or (has_article(token) and len(word) > 4):
            return False
        if word in self._words.never_name and (j > first or is_word(self._page.fold(j + 1))):
            return word in self._words.name_particles and j > first
        if self._page.nisba(j) or (word,) in self._offices.ranks or self._page.name_at(j, j + 1):
            return False
        if word == "علي" and token.span.text.endswith("ى"):
            return False  # «الوزير على تويتر قائلا»
        if word in self._given:
            return True
        if word.endswith("ا") and any(a.pos == "participle" for a in token.analyses):
            return False  # «متحدثا», «مؤكدا»
        surname = j > first and self._page.fold(first) in self._given
        return not (self._is_adverb(j) if surname else self._is_verb(j) or self._is_joined(j))

    def _is_verb(self, j: int) -> bool:
        """A verb that somebody may be the subject of; not «مات ميلر إن»."""
        strange = not is_word(self._page.fold(j + 1)) and not self.is_led(j + 1)
        told = (a for a in self._analyses(j) if a.pos == "verb" and a.person == "3" and a.number == "s")
        return any(not strange or a.lemma in load_speech().verbs for a in told)

    def _is_joined(self, j: int) -> bool:
        word = self._page.fold(j)
        return self.is_led(j) or (word[0] in "ولبفك" and is_word(word[1:]))

    def _is_adverb(self, j: int) -> bool:
        """After a given name: «سمير بدوره أن», «سمير أكد أن», «سمير وزملاؤه إن»; «توم بوكر» is a name."""
        word, speech = self._page.fold(j), load_speech()
        said = any(a.pos == "verb" and a.lemma in speech.verbs for a in self._analyses(j))
        if said and not (word == "راي" and "أ" not in self._page.tokens[j].span.text):
            return True
        if word in speech.lists["adverbs"] or word.endswith(("ه", "ها", "هم")):
            return True
        how = word[0] == "ب" and (word[1:] in speech.lists["manner"] or bool(self._analyses(j)))
        return how or self.is_led(j) or (word[0] == "و" and is_word(word[1:]))

    def _analyses(self, j: int) -> tuple[Analysis, ...]:
        return self._page.tokens[j].analyses

    def _told_after(self, j: int, first: int) -> bool:
        """«إن», a colon, or the medium spoken to: the words for a speaker end before it.

        A comma only closes what begins like a name: «زار الرئيس مدينة كذا،» names a town.
        """
        word, begins = self._page.fold(j), self._page.fold(first)
        named = begins in self._given or not is_word(begins)
        told = word in self._words.name_ends or word == ":" or to_medium(word) or word.startswith("لل")
        return told or (named and word in ("،", ","))

    def is_led(self, i: int) -> bool:
        """«لرويترز», «أردوغان ولافروف»: a name of the tables that a preposition or a conjunction leads to."""
        hit = self._page.name_at(i, i + 1)
        if hit is not None and hit.form.prefix in ("ل", "ب", "و"):
            return True
        word = self._page.fold(i)
        return word[0] == "و" and (word[1:] in self._given or word[1:] in self._surnames)
