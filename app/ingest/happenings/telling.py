"""From the triggers of a sentence to tellings: combines parties, day, place and status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from app.domain.codes import FAMILY_OF, Family
from app.domain.edtf import window
from app.domain.records import (
    Actor,
    ActorKind,
    DatedWords,
    Draft,
    EventStatus,
    EventType,
    Participant,
    Place,
    Role,
    Statement,
)
from app.domain.text import Span, Token
from app.domain.time import DateMention
from app.ingest.happenings.assertion import claimed_status, dated_status, is_ahead
from app.ingest.happenings.becoming import become
from app.ingest.happenings.carriers import VIOLENT
from app.ingest.happenings.cast import Cast, participants, states_if_mixed, struck_across, visited
from app.ingest.happenings.finding import Finding
from app.ingest.happenings.guards import admitted, threatens_somebody
from app.ingest.happenings.manner import manner
from app.ingest.happenings.pairs import side_by_side, the_two
from app.ingest.happenings.parties import cast_of
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.receiving import received
from app.ingest.happenings.repeats import limits, told_once
from app.ingest.happenings.status import standing
from app.ingest.happenings.triggers import Candidate, candidates
from app.ingest.happenings.view import View
from app.ingest.happenings.when import date_of, dates_in, is_background
from app.ingest.happenings.where import place_of, places_in
from app.knowledge.load import Knowledge
from app.languages.ar.events import EventWords

_SPOKEN = frozenset(
    {EventType.PROPOSAL, EventType.INVITATION, EventType.DENIAL, EventType.THREAT, EventType.ACCUSATION}
)
#: Deaths that a later sentence gives as the outcome of an act of force belong to it over so many paragraphs.
OUTCOME_REACH = 4
#: Acts of force of no type of their own.
_FORCE = frozenset({"attack", "attack.verb", "blast", "operation", "clash", "battle", "shootdown.crash"})
#: A day ahead in their clause is the day of what is offered or agreed, not of the act itself.
_SETTLED = _SPOKEN | {EventType.AGREEMENT, EventType.SUMMONING, EventType.SANCTION}


class Reader:
    """Reads the sentences of one article in order, remembering who met last."""

    def __init__(
        self, draft: Draft, knowledge: Knowledge, words: EventWords, actors: Mapping[str, Actor]
    ) -> None:
        self.text = draft.document.text
        self.knowledge, self.words, self.actors = knowledge, words, actors
        self.published = window(draft.document.published.edtf)
        self.statements: dict[int, list[Statement]] = defaultdict(list)
        for statement in draft.statements:
            self.statements[statement.paragraph].append(statement)
        self.dates: dict[int, list[DateMention]] = defaultdict(list)
        for mention in draft.dates:
            self.dates[mention.paragraph].append(mention)
        self.order = 0
        self.fact = 0
        self.struck = 0
        self.places: list[tuple[int, Place]] = []
        self.met: dict[str, tuple[Phrase, ...]] = {}

    def worth_reading(self, tokens: Sequence[Token]) -> bool:
        """A quick look: does any word of the sentence begin a trigger?"""
        return any(
            any(a.pos == "verb" and a.lemma in self.words.by_verb for a in t.analyses)
            or self.words.noun(t.fold) is not None
            for t in tokens
        )

    def read(self, view: View) -> Iterator[Finding]:
        dated = dates_in(view, self.dates[view.sentence.paragraph])
        told: list[tuple[Candidate, Finding]] = []
        self.places = list(places_in(view, self.text, self.knowledge))
        grounds = [at for at, place in self.places if place.slug != place.country]
        triggers = told_once(view, candidates(view, self.words, grounds), self.words)
        for found, limit in zip(triggers, limits(triggers, len(view.tokens)), strict=True):
            self.fact = limit if found.trigger.type is EventType.REPORT else self._next_fact(view, limit)
            finding = self._finding(view, found, max(limit, found.end), dated)
            if finding is None or self._follows(view, found, told):
                continue
            self._place_in_order(view, found, finding, told)
            told.append((found, finding))
            self._remember(finding)
            yield finding

    def _finding(
        self, view: View, found: Candidate, limit: int, dated: Sequence[tuple[int, DateMention]]
    ) -> Finding | None:
        stands = standing(view, found, self.words)
        if stands is None:
            return None
        cast = self._cast(view, found, limit)
        called = found.trigger.type is EventType.PHONE_CALL
        place = None if called else place_of(view, found, limit, self.places, self.words)
        found = become(view, found, cast, place, self.words)
        date = date_of(
            view, found, dated, self.words, planned=stands.status is EventStatus.PLANNED, limit=self.fact
        )
        if not admitted(view, found, cast, place, date) or self._only_said(view, found, cast):
            return None
        claim = self._claim(view, found)
        words = view.tokens[found.start].span
        trigger = Span.of(self.text, words.start, view.tokens[found.end - 1].span.end)
        date = date or self._day_of_speaking(view, found, cast, claim)
        if date and found.trigger.type in _SETTLED and is_ahead(date, self.published):
            date = None
        status = dated_status(view, found, stands, date, self.published)
        if claim is not None:
            status = claimed_status(status, found, cast, self.actors.get(claim.speaker.slug))
        self.order += 1
        return Finding(
            order=self.order,
            paragraph=view.sentence.paragraph,
            sentence=self.order_of(view),
            trigger=found.trigger,
            words=trigger,
            span=view.sentence.span,
            cast=cast,
            participants=self._participants(found, cast, place),
            date=date,
            place=place,
            status=status,
            firm=stands.firm,
            presupposed=stands.presupposed,
            claim=claim,
            background=is_background(date, self.published),
            **manner(view, found, self.words, self.text),
        )

    def _only_said(self, view: View, found: Candidate, cast: Cast) -> bool:
        """What a statement carries is no second thing that happened: an accusation, a threat to nobody."""
        if found.trigger.type is EventType.DENIAL:
            return self._keeps_denying(view, found)
        threat = found.trigger.type is EventType.THREAT and not threatens_somebody(view, found, cast)
        if found.trigger.type is not EventType.ACCUSATION and not threat:
            return False
        if self._claim(view, found) is not None:
            return True
        here = view.tokens[found.start].span
        return any(s.verb.overlaps(here) for s in self.statements[view.sentence.paragraph])

    def _keeps_denying(self, view: View, found: Candidate) -> bool:
        """«وتنفي بغداد الاتهامات»: an attitude that the article tells in the present."""
        reading = view.verbs[found.start]
        return reading is not None and reading.aspect == "i" and self._claim(view, found) is None

    def _next_fact(self, view: View, limit: int) -> int:
        """Where the next event begins if «بعد» and the like set it apart, with days of its own."""
        before = range(max(0, limit - 3), min(limit, len(view.tokens)))
        apart = limit < len(view.tokens) and any(view.fold(k) in self.words.cues["given"] for k in before)
        return limit if apart else len(view.tokens)

    def _follows(self, view: View, found: Candidate, told: Sequence[tuple[Candidate, Finding]]) -> bool:
        """Deaths that the sentence gives as the outcome of an act it has told are part of that act."""
        if "victims" not in found.trigger.guards and found.trigger.id != "killing":
            return False
        verbs = [k for k in (found.light, found.governor) if k is not None]
        outcome = any(view.has(k, self.words.cues["result"]) for k in verbs)
        if outcome and self.struck and view.sentence.paragraph - self.struck <= OUTCOME_REACH:
            return True
        return any(FAMILY_OF[f.type] in VIOLENT and f.trigger.id != "killing" for _, f in told)

    def order_of(self, view: View) -> int:
        return view.sentence.span.start

    def _cast(self, view: View, found: Candidate, limit: int) -> Cast:
        cast = cast_of(view, found, limit, self.words)
        if found.verbal and not cast.actors:
            cast = self._first_person(view, found, cast)
        if cast.pair and len(cast.everyone) < 2:
            pair = self.met.get(cast.pair) or (self.met.get("any", ()) if cast.pair != "group" else ())
            if cast.pair == "sides" or (cast.pair == "parties" and not pair):
                pair = self.met.get("sides") or side_by_side(view, found.start) or view.past.sides or pair
            if found.trigger.frame == "mutual":
                return replace(cast, both=pair or cast.both)
            return replace(cast, actors=pair or cast.actors)
        if found.trigger.type in (EventType.TALKS, EventType.SEVERED_TIES):
            return states_if_mixed(cast, self.knowledge)
        return received(view, found, cast, limit, self.knowledge)

    def _first_person(self, view: View, found: Candidate, cast: Cast) -> Cast:
        """«لقد استدعيت السفيرة»: whoever is quoted acts; «أسقطنا» is said of his state."""
        reading, claim = view.verbs[found.start], self._claim(view, found)
        speaker = self.actors.get(claim.speaker.slug) if claim else None
        if reading is None or reading.person != "1" or speaker is None:
            return cast
        country = speaker.country.lower() if speaker.country else None
        me = Phrase(0, 1, speaker.slug, speaker.kind, country=country)
        if reading.number == "p" and country is not None and speaker.kind is ActorKind.PERSON:
            me = Phrase(0, 1, country, ActorKind.COUNTRY, country=country)
        mutual = found.trigger.frame == "mutual"
        return replace(cast, both=(me, *cast.both)) if mutual else replace(cast, actors=(me,))

    def _participants(self, found: Candidate, cast: Cast, place: Place | None) -> tuple[Participant, ...]:
        listed = participants(cast, found.trigger.frame == "mutual")
        if found.trigger.type is EventType.INVASION:
            return _invaded(listed, place)
        if found.trigger.type in (EventType.MISSILE_STRIKE, EventType.AIRSTRIKE) and place is not None:
            listed = struck_across(listed, cast, found.trigger, place.country)
        if found.trigger.type is EventType.VISIT and (place is None or place.country is None):
            return tuple(visited(p) for p in listed)
        if found.trigger.type is not EventType.VISIT or place is None:
            plain = {p.slug for p in cast.targets if not (p.adjective or p.agent)}
            sent_there = found.trigger.type is EventType.SUMMONING or found.trigger.id in _SENT_THERE
            ground = place.slug if place is not None and place.slug in plain and not sent_there else None
            return tuple(p for p in listed if p.slug != ground or p.role is not Role.TARGET)
        others = tuple(visited(p) for p in listed if p.slug != place.country)
        return (*others, Participant(place.country or "", Role.PLACE_OWNER))

    def _remember(self, finding: Finding) -> None:
        """Whom «الوزيران» and «الطرفان» will mean: the last two that met or were set side by side."""
        if FAMILY_OF[finding.type] is Family.STRIKE or finding.trigger.id in _FORCE:
            self.struck = finding.paragraph
        cast = finding.cast
        only_acted_on = cast.targets and not cast.actors  # two that are visited are no two sides
        phrases = () if only_acted_on else cast.everyone
        people = the_two(phrases)
        if len(people) == 2:
            self.met["people"] = people
            self.met["parties"] = people
        if len(phrases) == 2:
            self.met["any"] = phrases
        if len(phrases) >= 3 and finding.trigger.frame == "mutual":
            self.met["group"] = phrases
        states = dict.fromkeys(p.country for p in phrases if p.country and p.kind in _STATELY)
        if len(states) == 2:
            self.met["sides"] = tuple(Phrase(0, 1, s, ActorKind.COUNTRY, country=s) for s in states if s)
            if len(people) < 2:
                self.met["parties"] = self.met["sides"]

    def _claim(self, view: View, found: Candidate) -> Statement | None:
        """The innermost statement whose content the trigger stands in."""
        at = view.tokens[found.start].span.start
        inside = [
            s for s in self.statements[view.sentence.paragraph] if s.content.start <= at < s.content.end
        ]
        return min(inside, key=lambda s: len(s.content), default=None)

    def _day_of_speaking(
        self, view: View, found: Candidate, cast: Cast, claim: Statement | None
    ) -> DatedWords | None:
        """Offers, threats and denials happen when they are spoken; a lead is dated by what follows it."""
        if found.trigger.type not in _SPOKEN and "speech" not in found.trigger.guards:
            return None
        if claim is not None and "speech" in found.trigger.guards:
            return claim.said
        here = view.sentence.paragraph
        speakers = {p.slug for p in cast.actors}
        near = [s for n in (here, here + 1) if here in (n, 1) for s in self.statements.get(n, ())]
        return next((s.said for s in near if s.said and s.speaker.slug in speakers), None)

    def _place_in_order(
        self, view: View, found: Candidate, finding: Finding, told: Sequence[tuple[Candidate, Finding]]
    ) -> None:
        """«جاءت المحادثات عقب اجتماع» and «اجتماع … اتفقا خلاله»."""
        before = view.fold(found.carrier - 1)
        earlier = [(c, f) for c, f in told if c.start < found.start]
        later = [f for _, f in earlier if f.status is EventStatus.OCCURRED]
        if later and before in self.words.cues["after"]:
            finding.after_of = later[-1].order
        ahead = {view.fold(k) for k in range(found.end, min(found.end + 3, len(view.tokens)))}
        if earlier and FAMILY_OF[finding.type] is Family.ACCORD and ahead & _DURING:
            whole = earlier[-1][1]
            if FAMILY_OF[whole.type] is Family.CONTACT:
                finding.inside_of = whole.order
                finding.date, finding.place = finding.date or whole.date, finding.place or whole.place


def _invaded(listed: tuple[Participant, ...], place: Place | None) -> tuple[Participant, ...]:
    """A state in which another intervenes is acted on, though the text names it as a place."""
    acted_on = any(p.role is Role.TARGET for p in listed)
    if acted_on or place is None or place.country is None or any(p.slug == place.country for p in listed):
        return listed
    return (*listed, Participant(place.country, Role.TARGET)) if listed else listed


_DURING = frozenset("خلاله خلالها اثناءه اثناءها فيه فيها".split())
#: Whose state is meant where «البلدان» points back at them; a movement or an outlet is of no side.
_STATELY = frozenset({ActorKind.PERSON, ActorKind.COUNTRY, ActorKind.OFFICE, ActorKind.MILITARY})
#: Acts on the state itself, though its name tells where too: «أطلقوا صواريخ على …», «سفارتها في …».
_SENT_THERE = frozenset({"embassy", "missile_strike.verb", "closure"})
