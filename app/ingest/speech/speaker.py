"""Whom the words of a subject refer to, or who continues to speak if a verb has no subject."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from app.domain.records import Actor, ActorKind, Mention, MentionHow
from app.domain.text import Span
from app.ingest.naming.english import english_of
from app.ingest.nationality import nisba
from app.ingest.speech.acts import Said
from app.ingest.speech.agreement import gender_of, is_plural
from app.ingest.speech.cues import CueKind, is_complement
from app.ingest.speech.heads import ON_BEHALF, Head, Phrase
from app.ingest.speech.latter import last_named
from app.ingest.speech.page import MentionPin, Page
from app.ingest.speech.prepositions import nominative
from app.ingest.speech.subjects import is_free
from app.ingest.speech.turns import Resolved, Turn, may_be
from app.knowledge.load import Knowledge
from app.languages.ar.normalise import fold

_SPOKESMEN = frozenset({"المتحدث", "الناطق", "المتحدثه", "الناطقه", "متحدث", "ناطق", "متحدثه", "ناطقه"})
#: Descriptions that fit anybody who speaks, and words for whatever was quoted.
_ANYBODY = frozenset({"دبلوماسي", "مسؤول", "مسئول", "قيادي", "سياسي", "متحدث", "ناطق", "رجل"})
#: Of whatever state was told of last.
_AUTHORITIES = frozenset({"سلطات", "حكومه"})
_AUTHORITY_REACH = 80
_DOCUMENTS = frozenset(
    "مصدر بيان تقرير تصريح رساله وثيقه منشور تغريده تدوينه برقيه مذكره خطاب نص نداء بلاغ".split()
)
_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.MILITARY, ActorKind.ARMED_GROUP, ActorKind.OFFICE})
#: A word for any body, whichever spoke last.
_ANY_BODY = frozenset("منظمه هييه هيئه موسسه مؤسسه جهه جمعيه مجموعه جماعه بعثه وكاله".split())

#: «دعوى ضد الشركة» is not the company's.
_AGAINST = frozenset({"ضد", "حول", "بشان", "تجاه", "بحق", "بخصوص"})

#: How many words, and how many speakers, back a description may reach.
_MEMORY = 2000
_TURNS = 60
#: How many letters of descriptions are remembered of a speaker.
_WORDS = 600


class Discourse:
    """Who has spoken so far, latest last, and the sources this article introduced."""

    def __init__(self, page: Page, knowledge: Knowledge) -> None:
        self.page = page
        self.knowledge = knowledge
        self.turns: list[Turn] = []
        self.made: dict[str, Actor] = {}

    def resolve(self, said: Said, leader: Resolved | None) -> Resolved | None:
        """The speaker of a cue; ``leader`` spoke just before in the same sentence."""
        resolved = self._of(said, leader)
        if resolved is not None:
            self._remember(said, resolved)
        return resolved

    def resume(self, said: Said, resolved: Resolved) -> None:
        """Whoever told of another's words is again the one who spoke last."""
        self._remember(said, resolved)

    def _of(self, said: Said, leader: Resolved | None) -> Resolved | None:
        if said.subject is not None:
            return self._stated(said.subject)
        if said.same_speaker and leader is not None:
            return replace(leader, source=None, inferred_by="same_clause")
        if said.same_speaker and said.fallback is None:
            return self._continuing(said)
        if said.fallback is not None and self._may_stand(said, leader):
            found = self._stated(said.fallback)
            if found is not None:
                return replace(found, source=None, inferred_by="clause_subject")
        return self._continuing(said)

    def _may_stand(self, said: Said, leader: Resolved | None) -> bool:
        """A coordinated verb takes the subject of its sentence only where nobody in it has spoken."""
        joined = said.cue.reading.prefixes or self.page.fold(said.cue.at - 1) == "كما"
        return said.same_speaker or not joined or leader is None

    def _stated(self, phrase: Phrase) -> Resolved | None:
        page = self.page
        source = page.span(phrase.start, phrase.end)
        if phrase.pin is not None:
            if (known := self._described(phrase, phrase.pin)) is not None:
                return Resolved(known, source, "description")
            if phrase.start == phrase.pin.start:
                source = page.slice(source.start + len(phrase.pin.prefix), source.end)
            return Resolved(phrase.pin.actor, source)
        head = page.fold(phrase.start)
        definite = head.startswith("ال") or page.fold(phrase.start + 1).startswith("ال")
        described = phrase.head is not Head.SOURCE or definite
        if head in page.speech.lists["excellencies"]:
            known = self._person_before("f" if head.endswith("ها") else "m")
            return Resolved(known, source, "description") if known is not None else None
        if head in page.speech.lists["latter"]:
            named = last_named(page, phrase.start)
            return Resolved(named, source, "description") if named is not None else None
        known = self._earlier(phrase) if described else self._surnamed(phrase)
        if known is not None:
            return Resolved(known, source, "description")
        if phrase.head is Head.UNKNOWN and (not head.startswith("ال") or phrase.end - phrase.start > 4):
            return None
        return Resolved(self._introduce(source, page.tokens[phrase.start].paragraph), source)

    def _surnamed(self, phrase: Phrase) -> Actor | None:
        """«وأكد العلي» after «قال سمير العلي»: the last word of the name of whoever spoke before."""
        word = self.page.fold(phrase.start)
        if phrase.end - phrase.start > 1 or word in self.page.speech.lists["source_heads"]:
            return None
        named = (t.actor for t in reversed(self.turns) if " " in t.actor.name_ar)
        return next((a for a in named if fold(a.name_ar).split()[-1] == word), None)

    def _described(self, phrase: Phrase, pin: MentionPin) -> Actor | None:
        """The speaker a bare description stands for, where the text alone could not say whom it means."""
        page = self.page
        if pin.mention.how is MentionHow.DESCRIPTION and page.fold(pin.start).startswith("ال"):
            noun = page.fold(pin.start)[2:]
            if phrase.end - pin.start <= 2:
                turn = next((t for t in reversed(self.turns) if self._is_told_by(noun, t)), None)
                named = noun in fold(pin.actor.name_ar).split()
                return turn.actor if turn else None if named else self._introduced_by(noun, phrase.start)
        if pin.mention.how is MentionHow.OFFICE and not pin.actor.known:
            words = fold(page.span(phrase.start, phrase.end).text)
            return next(
                (t.actor for t in reversed(self.turns) if words in t.words and may_be(t, phrase)), None
            )
        return None

    def _earlier(self, phrase: Phrase) -> Actor | None:
        """Whom a description takes up: the last speaker described by these words, else by its noun.

        «المتحدث باسم الوزارة» after «المتحدث باسم الوزارة فلان»; «المصدر» after «مصدر رسمي»;
        «الشبكة» after «شبكة (بلومبيرغ)».
        """
        page = self.page
        words = fold(page.span(phrase.start, phrase.end).text)
        turn = next((t for t in reversed(self.turns) if words in t.words and may_be(t, phrase)), None)
        turn = turn or self._spokesman(words)
        if turn is not None:
            return turn.actor
        noun = page.fold(phrase.start).removeprefix("ال")
        if noun == page.fold(phrase.start) or phrase.end - phrase.start > 2:
            return None
        if noun in _ANYBODY and phrase.end - phrase.start == 2:
            return self._official(phrase.start + 1)
        if noun in _AUTHORITIES and (state := self._state_before(phrase.start)) is not None:
            return state
        turn = next((t for t in reversed(self.turns) if self._is_told_by(noun, t)), None)
        known = turn.actor if turn else self._introduced_by(noun, phrase.start)
        return known or self._spoke_last(phrase, noun)

    def _person_before(self, gender: str | None) -> Actor | None:
        """Whoever of that gender spoke last, if a person did."""
        spoke = (t for t in reversed(self.turns) if not t.topic)
        last = next((t for t in spoke if None in (t.gender, gender) or t.gender == gender), None)
        return last.actor if last is not None and last.actor.kind is ActorKind.PERSON else None

    def _is_told_by(self, noun: str, turn: Turn) -> bool:
        """«الوكالة» is a medium, not the ministry whose words it carried."""
        medium = turn.actor.kind in (ActorKind.MEDIA, ActorKind.SOURCE)
        words, title = turn.words.split(), f"ال{noun}"
        titled = title in words and title in self.page.speech.lists["person_heads"]
        text = title in words and noun in self.page.speech.lists["texts"]
        told = noun in words or text or (titled and turn.actor.kind is ActorKind.PERSON)
        return told and (medium or noun not in self.page.speech.lists["medium_heads"])

    def _official(self, at: int) -> Actor | None:
        """«المسؤول الأميركي»: the last speaker who is of that state; ``at`` is the nationality's token."""
        state = nisba(self.page.fold(at), self.knowledge)
        people = (t.actor for t in reversed(self.turns) if t.actor.kind is ActorKind.PERSON and not t.topic)
        return next((a for a in people if state and a.country == state.code), None)

    def _state_before(self, before: int) -> Actor | None:
        """«السلطات» of the state whose government the paragraph named last."""
        page = self.page
        for i in range(before - 1, max(-1, before - _AUTHORITY_REACH), -1):
            if page.tokens[i].paragraph < page.tokens[before].paragraph - 1:
                return None
            pin = page.mentions.get(i)
            if pin is not None and pin.actor.kind is ActorKind.COUNTRY:
                return pin.actor
        return None

    def _spoke_last(self, phrase: Phrase, noun: str) -> Actor | None:
        """«المصدر», «البيان», «الدبلوماسي»: whoever was quoted last, where no word names another."""
        last = self.turns[-1] if self.turns else None
        if last is None or last.topic or phrase.end - phrase.start > 1:
            return None
        titled = f"ال{noun}" in self.page.speech.lists["person_heads"] and not noun.endswith("اء")
        gender = "f" if noun.endswith("ه") else "m"
        person = (noun in _ANYBODY or titled) and last.actor.kind is ActorKind.PERSON
        person = person and last.gender in (None, gender)
        body = noun in _ANY_BODY and last.actor.kind in _BODIES
        return last.actor if person or body or noun in _DOCUMENTS else None

    def _spokesman(self, words: str) -> Turn | None:
        """«الناطق باسم الحركة» after «المتحدث باسم الحركة فلان»."""
        named = [w for w in words.split() if w.strip('"')]
        if named[0] not in _SPOKESMEN or len(named) < 3:
            return None
        of = named[-1].strip('"')
        spoke = (t for t in reversed(self.turns) if _SPOKESMEN & set(t.words.split()))
        return next((t for t in spoke if of in t.words), None)

    def _introduced_by(self, noun: str, before: int) -> Actor | None:
        page = self.page
        for i in range(before - 1, max(-1, before - _MEMORY), -1):
            if noun in (page.fold(i).removesuffix("ا"), page.bare(i), page.fold(i).removeprefix("ال")):
                stop = next((j for j in range(i + 1, i + 4) if is_complement(page, j)), i + 4)
                pins = (page.titled.get(j) or page.mentions.get(j) for j in range(i, stop))
                pin = next((p for p in pins if p is not None), None)
                if pin is None or pin.end > before or page.fold(pin.start - 1) in _AGAINST:
                    continue
                if page.fold(i + 1) not in ON_BEHALF:
                    return pin.actor
        return None

    def _continuing(self, said: Said) -> Resolved | None:
        """The last speaker that fits a subjectless verb in gender and number.

        Verbs other than «وأضاف» may also take up whom the sentence before was about.
        """
        reading, paragraph = said.cue.reading, self.page.tokens[said.cue.at].paragraph
        for turn in reversed(self.turns):
            if said.cue.verb.person and turn.paragraph < paragraph - 1:
                return None
            if turn.topic and (said.cue.verb.continues or turn is not self.turns[-1]):
                continue
            fits = reading.gender is None or turn.gender is None or turn.gender == reading.gender
            two = (
                reading.number == "d"
                and bool(reading.prefixes)
                and turn is self.turns[-1]
                and turn.paragraph == paragraph
            )
            if fits and (turn.plural or two or reading.number not in ("p", "d")):
                return Resolved(turn.actor, None, "topic" if turn.topic else "continued_speech")
        return None

    def note_topic(self, start: int, end: int) -> None:
        """Remember whom a sentence without speech is about, for «وقالت إنها» right after it."""
        for i in range(start, end):
            pin = self.page.mentions.get(i)
            if pin is not None and is_free(self.page, pin):
                self._push(Turn(pin.actor, gender_of(pin), False, "", True, self.page.tokens[i].paragraph))
                return

    def _push(self, turn: Turn) -> None:
        self.turns.append(turn)
        del self.turns[:-_TURNS]

    def _introduce(self, source: Span, paragraph: int) -> Actor:
        """An anonymous source of this article, described by its own words."""
        name = nominative(source.text.split(), self.page.speech.lists)
        key = fold(name)
        if key not in self.made:
            digest = hashlib.sha256(f"{self.page.draft.document.sha256}:{key}".encode()).hexdigest()[:10]
            slug = f"source-{digest}"
            mention = Mention(slug, paragraph, source, MentionHow.DESCRIPTION)
            self.made[key] = Actor(
                slug, ActorKind.SOURCE, name, self._english(name), known=False, mentions=(mention,)
            )
        return self.made[key]

    def _english(self, name: str) -> str:
        body = fold(name).split()[0] in self.page.speech.lists["body_heads"]
        return english_of(name, self.knowledge, title=body)

    def _words(self, said: Said) -> str:
        """The speaker's words with what stands in apposition to them, for later descriptions."""
        if said.subject is None:
            return ""
        page, start = self.page, said.subject.start
        start -= page.fold(start - 1) in page.speech.lists["document_heads"]  # «بيان المتحدث», then «البيان»
        end = min(max(said.subject.end, said.mark if said.mark > start else 0), start + 15, len(page.tokens))
        return fold(page.span(start, max(end, start + 1)).text)

    def _remember(self, said: Said, resolved: Resolved) -> None:
        reading = said.cue.reading
        words = self._words(said) if resolved.source else ""
        earlier = next((t for t in reversed(self.turns) if t.actor.slug == resolved.actor.slug), None)
        own = reading.pos == "verb" and said.cue.kind is not CueKind.RELAY and said.rule != "verb.quoting"
        gender = reading.gender if said.subject is not None and own else None
        if said.subject is not None and said.subject.pin is not None:
            gender = gender_of(said.subject.pin) or gender
        turn = Turn(
            resolved.actor,
            gender or (earlier.gender if earlier else None),
            reading.number == "p" or is_plural(words) or bool(earlier and earlier.plural),
            " ".join(filter(None, (words, earlier.words if earlier else "")))[:_WORDS],
            paragraph=self.page.tokens[said.cue.at].paragraph,
        )
        self._push(turn)
