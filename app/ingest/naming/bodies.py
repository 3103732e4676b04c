"""Bodies in no table: «مركز "مدار" للدراسات», «قوة حماية الساحل», «مكتب المبعوث الخاص»."""

from __future__ import annotations

from dataclasses import replace

from app.domain.records import Actor, ActorKind, Candidate, MentionHow, Sign
from app.ingest.naming.described import described_at
from app.ingest.naming.english import adjective_of, english_of
from app.ingest.naming.missions import mission_at
from app.ingest.naming.page import Find, Page
from app.ingest.naming.pairs import pair_at
from app.ingest.naming.tables import Table, agreement
from app.ingest.naming.trie import Form, forms
from app.knowledge.records import slugify
from app.languages.ar.bodies import BodyHead, load_bodies
from app.languages.ar.lexicon import is_word
from app.languages.ar.names import given_names, load_names
from app.languages.ar.offices import load_offices

_OPEN = frozenset('"([')
_CLOSE = {'"': '"', "(": ")", "[": "]"}
_LONGEST_NAME = 6
_PLACES = (Table.PLACE, Table.COUNTRY, Table.CAPITAL)
#: Before a noun of doing or a part of the field: «في إدارة الأزمة», «في جبهة كذا».
_WHERE = frozenset({"في", "علي", "من", "الي"})


class BodyFinder:
    """Reads names of bodies in one article."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._words = load_bodies()
        self._names = load_names()
        self._offices = load_offices()
        self._given = given_names()
        self._openers = frozenset({words[0] for words in self._words.heads}) | {
            *self._words.definite,
            *self._words.tasked,
        }

    def at(self, at: int, stop: int) -> Find | None:
        """A body, a group or a description that begins at token ``at``."""
        return (
            mission_at(self._page, at, stop)
            or pair_at(self._page, at, stop)
            or self.named(at, stop)
            or described_at(self._page, at, stop)
        )

    def whole(self, at: int, stop: int) -> Find | None:
        """A mission or a body with a name, as they stand inside titles."""
        return mission_at(self._page, at, stop) or self.named(at, stop)

    def named(self, at: int, stop: int) -> Find | None:
        """A body whose name begins with its kind: «حزب», «منظمة», «شركة» …"""
        for form in forms(self._page.fold(at)):
            if form.word not in self._openers or self._is_doing(at, form):
                continue
            for length in (2, 1):
                key = (form.word, *(self._page.fold(k) for k in range(at + 1, at + length)))
                for head in self._words.heads.get(key, ()):
                    end = self._complement(head, at + length, stop)
                    if end:
                        return [self._body(at, end, form, head)], end
            end = self._task(form.word, at, stop)
            if end:
                return [
                    self._body(at, end, form, BodyHead(self._words.tasked[form.word], "body", "task"))
                ], end
            kind = self._words.definite.get(form.word)
            end = self._purpose(at + 1, stop) if kind and not self._is_reference(form.word, at, stop) else 0
            if kind and not end and form.word in self._words.formal:
                end = self._adjectives(at + 1, stop)
            if kind and end:
                return [self._body(at, end, form, BodyHead(kind, "body", "definite"))], end
        return None

    def _is_doing(self, at: int, form: Form) -> bool:
        """«الحق في إدارة الشؤون العامة», «في جبهة كذا»: doing, or a stretch of the front."""
        placed = self._page.fold(at - 1) in _WHERE or "ب" in form.prefix
        return placed and form.word in self._words.doings

    def _task(self, head: str, at: int, stop: int) -> int:
        """Where «قوة حماية الساحل», «غرفة عمليات تحرير سرت», «مكتب المبعوث الخاص» end, 0 for none of them."""
        if head not in self._words.tasked:
            return 0
        after = at + 1
        while after < min(stop, at + 3) and self._page.fold(after) in self._words.tasks:
            after += 1
        if after == at + 1:
            rank = self._page.fold(after) if after < stop else ""
            titled = head in self._words.staffs and (rank.removeprefix("ال"),) in self._offices.ranks
            definite = titled and rank.startswith("ال")
            return after + 1 + self._modifiers(after + 1, stop) if definite else 0
        hit = self._page.name_at(after, stop) if after < stop else None
        words = self._chain(after, stop, strict=True)
        named = self._also(hit.end, stop) if hit and not hit.form.cut else 0
        return max(after + words if words else 0, named)

    def _also(self, at: int, stop: int) -> int:
        """Past places joined to the one before: «غرفة عمليات تحرير سرت والجفرة»."""
        while at < stop:
            hit = self._page.name_at(at, stop)
            if hit is None or hit.form.prefix != "و" or hit.value[0].table not in _PLACES:
                break
            at = hit.end
        return at

    def _modifiers(self, at: int, stop: int) -> int:
        count = 0
        while at + count < stop and self._page.fold(at + count) in (
            self._offices.modifiers | self._offices.united_nations
        ):
            count += 1
        return count

    def _purpose(self, at: int, stop: int) -> int:
        """Where «المجلس الوطني لحقوق الإنسان» ends: adjectives, then its purpose or a nationality."""
        end = at + self._chain(at, stop)
        nisba = any(self._page.nisba(k) for k in range(at, end))
        if end == at:
            return 0
        purpose = end
        if end < stop and self._page.fold(end).startswith("ل") and self._page.tokens[end].verb() is None:
            word = self._page.fold(end)
            fused = word.startswith("لل") and len(word) > 4
            noun = not fused and len(word) > 3 and is_word(word[1:]) and word not in self._names.never_name
            if fused or (noun and self._chain(end + 1, stop)):
                purpose = end + 1 + self._chain(end + 1, stop)
        return purpose if purpose > end or nisba else 0

    def _is_reference(self, word: str, at: int, stop: int) -> bool:
        """«الوكالة الروسية»: an outlet spoken of by its state, no name."""
        told = self._words.descriptions.get(word)
        if told is None or ActorKind.MEDIA not in told.kinds or at + 1 >= stop:
            return False
        return self._page.nisba(at + 1) is not None and self._chain(at + 2, stop) == 0

    def _adjectives(self, at: int, stop: int) -> int:
        """Where «اللجنة العسكرية المشتركة» ends: two adjectives at least."""
        count = 0
        while at + count < stop:
            word = self._page.fold(at + count)
            described = word.startswith("ال") and len(word) > 5 and word not in self._words.passing
            if not described or not (word.endswith("ه") or self._is_adjective(at + count)):
                break
            count += 1
        return at + count if count > 1 else 0

    def _complement(self, head: BodyHead, at: int, stop: int) -> int:
        """Where the name that begins with ``head`` ends, 0 when what follows makes no name."""
        inner = at
        while inner < stop and self._page.fold(inner) in _OPEN:
            inner += 1
        if inner >= stop or self._is_listed(inner, stop, quoted=inner > at):
            return 0
        if inner > at:
            return self._quoted(at, stop)
        if not self._page.tokens[at].is_word or self._page.fold(at) in self._words.never:
            return 0
        if head.rule == "quoted":
            return self._foreign(at, stop) or (self._outlet(at, stop) if head.kind is ActorKind.MEDIA else 0)
        words = (
            self._chain(at, stop, strict=head.rule == "strong")
            if head.rule == "chain" or not self._common(at)
            else 0
        )
        if words >= (1 if head.rule == "strong" else 2):
            return at + words
        return self._foreign(at, stop)

    def _is_listed(self, at: int, stop: int, *, quoted: bool) -> bool:
        """A name of the tables stands here; in quotation marks it must fill them."""
        hit = self._page.name_at(at, stop)
        return hit is not None and (
            not quoted
            or not self._page.tokens[hit.end : hit.end + 1]
            or (not self._page.tokens[hit.end].is_word)
        )

    def _quoted(self, at: int, stop: int) -> int:
        close = _CLOSE[self._page.fold(at)]
        for k in range(at + 1, min(stop, at + 2 + _LONGEST_NAME)):
            if self._page.fold(k) == close:
                return k + 1 if k > at + 1 else 0
        return 0

    def _common(self, at: int) -> bool:
        return self._page.fold(at) in self._words.common or self._page.fold(at) in self._names.never_name

    def _foreign(self, at: int, stop: int) -> int:
        """Words of no dictionary after the head, with an adjective of nationality if one follows."""
        end = at
        while end < min(stop, at + 4) and self._is_foreign(end):
            end += 1
        if end == at:
            return 0
        nisba = self._page.nisba(end) if end < stop else None
        return end + 1 if nisba and nisba.definite else end

    def _outlet(self, at: int, stop: int) -> int:
        """«صحيفة الخبر الجزائرية»: one or two words and the adjective of its country."""
        for end in (at + 1, at + 2):
            nisba = self._page.nisba(end) if end < stop else None
            if (
                nisba
                and nisba.definite
                and nisba.number == "s"
                and self._page.fold(end - 1) not in self._names.never_name
                and not self._page.nisba(end - 1)
                and self._page.tokens[end - 1].is_word
            ):
                return end + 1
        return 0

    def _is_foreign(self, at: int) -> bool:
        token = self._page.tokens[at]
        return (
            token.is_word
            and len(token.fold) > 2
            and not token.fold.isdigit()
            and not is_word(token.fold)
            and (self._page.nisba(at) is None)
        )

    def _chain(self, at: int, stop: int, *, strict: bool = False) -> int:
        """How many definite words follow one another: «الصحة العالمية»."""
        count = 0
        while at + count < stop and count < _LONGEST_NAME:
            word = self._page.fold(at + count)
            definite = word.startswith(("ال", "لل", "وال")) and len(word) > 4
            if (
                not definite
                or (count == 0 and word.startswith("وال"))
                or word in self._names.never_name - self._words.name_words
            ):
                break
            if word in self._given or word in self._offices.honorifics or (word,) in self._offices.ranks:
                break
            if self._page.tokens[at + count].verb() and not word.startswith("ال"):
                break
            if count and strict and not (word.startswith("و") or self._is_adjective(at + count)):
                break
            count += 1
        return count

    def _is_adjective(self, at: int) -> bool:
        word = self._page.fold(at)
        return word.endswith(("ي", "يه")) or adjective_of(word, self._page.knowledge) is not None

    def _body(self, at: int, end: int, form: Form, head: BodyHead) -> Candidate:
        page = self._page
        inner = (at + 1, end) if head.kind is ActorKind.MEDIA else (at, end)
        start = inner[0]
        stop = end
        if head.kind is ActorKind.MEDIA and page.fold(start) in _OPEN:
            start, stop = start + 1, end - 1
        span = page.span(start, stop, form if start == at else None)
        name_en = english_of(span.text, page.knowledge, title=True)
        gender, number = agreement(page.fold(at) if not form.cut else form.word)
        nisba = next((n for k in range(at, end) if (n := page.nisba(k))), None)
        actor = Actor(
            slugify(name_en), head.kind, _plain(span.text), name_en, nisba.code if nisba else None,
            known=False, gender=gender, number=number,
        )  # fmt: skip
        found = page.candidate((at, end), form, Sign.BODY, MentionHow.NAME, (actor,))
        return replace(found, span=span)


def _plain(text: str) -> str:
    return " ".join("".join(c for c in text if c not in '"“”«»()[]').split())
