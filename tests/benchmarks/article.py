"""One article of the generated corpus: its text, and what stands in it, with offsets that are true."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from tests.benchmarks import dates
from tests.benchmarks.cast import AGENCIES, PAPERS, Actor, draw
from tests.benchmarks.dates import Day
from tests.benchmarks.vocabulary import ACT_WEIGHTS, ACTS, SAYINGS, TOPICS_EN, TOWNS, Act, Named, words

Part = dict[str, Any]

#: Events and statements of an article, its paragraphs, and words of filling for each of these.
EVENTS, STATEMENTS, PARAGRAPHS, FILLING = 8, 3, 6, 30
RULE = "generated"
_STATUSES = ("occurred", "planned", "reported", "ongoing", "denied", "hypothetical")
_STATUS_WEIGHTS = (80, 88, 92, 96, 99, 100)
_KINDS = {"person": "named", "media": "reports"}


@dataclass(slots=True)
class Writer:
    """Text under way; ``say`` gives back where the words stand."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def say(self, text: str, gap: str = " ") -> Part:
        """Add words, and the gap behind them."""
        start = self.length
        self.parts += (text, gap)
        self.length += len(text) + len(gap)
        return {"start": start, "end": start + len(text)}


@dataclass(slots=True)
class Draft:
    """An article under way. ``people`` are the actors by slug, ``mentions`` where they are named."""

    random: Random
    number: int
    paper: Actor
    published: date
    text: Writer = field(default_factory=Writer)
    paragraph: int = 0
    sentence: int = 0
    people: dict[str, Actor] = field(default_factory=dict)
    mentions: defaultdict[str, list[Part]] = field(default_factory=lambda: defaultdict(list))
    sentences: list[Part] = field(default_factory=list)
    dates: list[Part] = field(default_factory=list)
    tellings: list[Part] = field(default_factory=list)
    statements: list[Part] = field(default_factory=list)

    def name(self, actor: Actor) -> Part:
        """Name an actor; where."""
        at = self.text.say(actor.name.ar)
        self.people[actor.slug] = actor
        how = {"paragraph": self.paragraph, **at, "how": "name", "office": None}
        self.mentions[actor.slug].append(how)
        return at

    def close(self, start: int) -> Part:
        """End the sentence that began there with a full stop."""
        self.text.length -= 1
        self.text.parts[-1] = ""
        self.text.say(".")
        self.sentence += 1
        at = {"start": start, "end": self.text.length - 1}
        self.sentences.append({"paragraph": self.paragraph, "n": self.sentence, **at})
        return at

    def id(self, what: str, n: int) -> str:
        return hashlib.sha256(f"{self.number} {what} {n}".encode()).hexdigest()[:16]


def encoded(line: Part) -> bytes:
    """A line as ``export`` writes it."""
    text = json.dumps(line, ensure_ascii=False, separators=(",", ":"), default=date.isoformat)
    return text.encode() + b"\n"


def article(random: Random, number: int, events: int) -> Part:
    """The line of an article; of ``events`` fewer than eight only the first are told."""
    draft = Draft(random, number, random.choice(PAPERS), dates.published(random))
    draft.people[draft.paper.slug] = draft.paper
    title = words(random, 9)
    title_at = draft.text.say(title, "\n")
    paragraphs = [_paragraph(draft, n) for n in range(1, PARAGRAPHS + 1)]
    text = "".join(draft.text.parts)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    for record in (*draft.tellings, *draft.statements):
        record["profile"]["article"] = sha256
    return {
        "record": "article",
        "key": f"generated-{number:07}",
        "sha256": sha256,
        "fingerprint": hashlib.sha256(f"{sha256} {events}".encode()).hexdigest(),
        "rules_version": RULE,
        "file_name": f"generated-{number:07}.txt",
        "given_id": f"generated-{number:07}",
        "language": "ar",
        "title": title,
        "title_at": title_at,
        "byline": None,
        "url": None,
        "outlet": draft.paper.slug,
        "published_edtf": draft.published.isoformat(),
        "published_basis": "supplied",
        "published_evidence": None,
        "text": text,
        "paragraphs": paragraphs,
        "discarded": [],
        "sentences": draft.sentences,
        "dates": draft.dates,
        "actors": [_actor(draft, slug) for slug in sorted(draft.people)],
        "statements": draft.statements,
        "tellings": draft.tellings[:events],
    }


def _paragraph(draft: Draft, n: int) -> Part:
    """Two records a paragraph, each followed by a sentence of filling; they end with a line end."""
    start, draft.paragraph, draft.sentence = draft.text.length, n, 0
    for k in range(2 * n - 2, min(2 * n, EVENTS + STATEMENTS)):
        if k % 4 == 3 or k == EVENTS + STATEMENTS - 1:
            _statement(draft, len(draft.statements))
        else:
            _telling(draft, len(draft.tellings))
        at = draft.text.length
        draft.text.say(words(draft.random, draft.random.randint(FILLING // 2, FILLING)))
        draft.close(at)
    end = draft.text.length - 1
    draft.text.parts[-1] = "\n"
    return {"n": n, "kind": "body", "start": start, "end": end}


def _telling(draft: Draft, n: int) -> None:
    random = draft.random
    (act,) = random.choices(ACTS, cum_weights=ACT_WEIGHTS)
    (status,) = random.choices(_STATUSES, cum_weights=_STATUS_WEIGHTS)
    parties = draw(random, random.choices((1, 2, 3), cum_weights=(41, 92, 100))[0])
    day, place = dates.told(random, draft.published), random.choice(TOWNS) if random.random() < 0.6 else None
    topic = words(random, random.randint(4, 9))
    start, evidence = draft.text.length, []
    evidence.append({"role": "trigger", **draft.text.say(act.verb)})
    for k, party in enumerate(parties):
        if k and act.link:
            draft.text.say(act.link)
        draft.name(party)
    if place:
        draft.text.say("في", " ")
        evidence.append({"role": "place", **draft.text.say(place.ar)})
    if day.words:
        evidence.append({"role": "date", **_date(draft, day)})
    draft.text.say(f"بشأن {topic}")
    relay = random.choice(AGENCIES) if random.random() < 0.25 else None
    cue: Part | None = None
    if relay:
        cue = draft.text.say(f"بحسب {relay.name.ar}")
        draft.people[relay.slug] = relay
    at = draft.close(start)
    told = {"id": draft.id("event", n), "paragraph": draft.paragraph, "sentence": draft.sentence, **at}
    told |= {"type": act.type, "status": status} | _headlines(random, act, parties, topic)
    told |= {"background": False, "origin": (relay or draft.paper).slug, "claimed_by": None}
    told |= _dated(day) | _placed(place) | {"evidence_kind": "reports", "rule": RULE}
    told["participants"] = [{"actor": p.slug, "role": r} for p, r in zip(parties, _roles(act), strict=False)]
    told |= {"evidence": evidence, "chain": _chain(draft, relay, cue)}
    draft.tellings.append(told | {"profile": _telling_profile(draft, told, parties)})


def _statement(draft: Draft, n: int) -> None:
    random = draft.random
    verb, modality = random.choice(SAYINGS)
    (speaker,) = draw(random, 1)
    content = words(random, random.randint(12, 30))
    start = draft.text.length
    evidence = [{"role": "verb", **draft.text.say(verb)}, {"role": "source", **draft.name(speaker)}]
    draft.text.say("إن")
    evidence.append({"role": "content", **draft.text.say(content)})
    at = draft.close(start)
    said = _day(draft.published) if random.random() < 0.7 else Day()
    made = {"id": draft.id("statement", n), "paragraph": draft.paragraph, "sentence": draft.sentence, **at}
    made |= {"speaker": speaker.slug, "speaker_named": True, "inferred_by": None, "verb": verb, "lemma": verb}
    made |= {"quote": "indirect", "modality": modality, "content": content} | _dated(said)
    made |= {"evidence_kind": _KINDS.get(speaker.kind, "institution"), "rule": RULE}
    made |= {"evidence": evidence, "chain": _chain(draft, None, None)}
    draft.statements.append(made | {"profile": _saying_profile(draft, made, speaker)})


def _date(draft: Draft, day: Day) -> Part:
    at = draft.text.say(day.words or "")
    value = {"edtf": day.edtf, "earliest": day.earliest, "latest": day.latest}
    draft.dates.append(
        {"paragraph": draft.paragraph, **at, "kind": "date", **value, "rule": RULE, "anchor": None}
    )
    return at


def _day(day: date) -> Day:
    return Day(day.isoformat(), day, day)


def _roles(act: Act) -> Sequence[str]:
    return ("participant",) * 3 if act.link == "مع" else ("source", "target", "target")


def _headlines(random: Random, act: Act, parties: Sequence[Actor], topic: str) -> Part:
    ar = (
        f" {act.link} ".join(p.name.ar for p in parties) if act.link else " ".join(p.name.ar for p in parties)
    )
    en = ", ".join(p.name.en for p in parties)
    return {
        "headline_ar": f"{act.verb} {ar} بشأن {topic}",
        "headline_en": f"{act.label}: {en} — {random.choice(TOPICS_EN)}",
    }


def _chain(draft: Draft, relay: Actor | None, cue: Part | None) -> list[Part]:
    publisher: Part = {"role": "publisher", "actor": draft.paper.slug, "cue": None}
    return [publisher, {"role": "relay", "actor": relay.slug, "cue": cue}] if relay else [publisher]


def _dated(day: Day) -> Part:
    own = {"edtf": day.edtf, "earliest": day.earliest, "latest": day.latest}
    return own | {"date_text": day.words, "date_rule": RULE if day.edtf else None}


def _placed(place: Named | None) -> Part:
    slug = place and place.en.lower()
    return {
        "place_slug": slug,
        "place_ar": place and place.ar,
        "place_en": place and place.en,
        "place_country": None,
    }


def _actor(draft: Draft, slug: str) -> Part:
    actor = draft.people[slug]
    own: Part = {"slug": slug, "kind": actor.kind, "name_ar": actor.name.ar, "name_en": actor.name.en}
    own |= {"country": actor.country, "wikidata": None, "known": True}
    return own | {"affiliation": None, "gender": None, "number": None, "mentions": draft.mentions[slug]}


def _span(day: Day) -> Part | None:
    return {"edtf": day.edtf, "earliest": day.earliest, "latest": day.latest} if day.edtf else None


def _telling_profile(draft: Draft, told: Part, parties: Sequence[Actor]) -> Part:
    """What matching compares: ``app.domain.links.Telling`` as JSON."""
    roles = [p["role"] for p in told["participants"]]
    day = Day(told["edtf"], told["earliest"], told["latest"])
    return {
        "id": told["id"],
        "article": "",
        "paragraph": told["paragraph"],
        "type": told["type"],
        "status": told["status"],
        "principals": [
            {"slug": p.slug, "kind": p.kind, "country": p.country and p.country.lower(), "role": role}
            for p, role in zip(parties, roles, strict=True)
        ],
        "date": _span(day),
        "window": None if day.edtf else {"edtf": "", "earliest": None, "latest": draft.published},
        "place": told["place_slug"],
        "place_country": None,
        "published": _span(_day(draft.published)),
        "origin": told["origin"],
        "claimed_by": None,
        "part_of": None,
        "precedes": [],
        "background": False,
        "figures": [],
    }


def _saying_profile(draft: Draft, made: Part, speaker: Actor) -> Part:
    """What matching compares: ``app.domain.links.Saying`` as JSON."""
    return {
        "id": made["id"],
        "article": "",
        "paragraph": made["paragraph"],
        "speaker": speaker.slug,
        "country": speaker.country,
        "denies": made["modality"] == "denied",
        "words": made["content"].split(),
        "topics": [],
        "about": [],
        "said": _span(Day(made["edtf"], made["earliest"], made["latest"])),
        "published": _span(_day(draft.published)),
    }
