"""Sentences for every act: its verb, or a light verb with its noun, in each construction of the news.

``python -m tests.ingest.acts`` prints what is found, act by construction; ``acts.tsv`` lists the acts.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.domain.records import Event, EventStatus
from app.domain.text import Metadata, RawArticle
from app.ingest.pipeline import extract
from app.languages.ar.build_db import SOURCE

HERE = Path(__file__).parent
#: Who acts: the words, whether they are feminine, the slug.
ACTORS = {
    "ru": ("روسيا", True, "ru"),
    "tr": ("تركيا", True, "tr"),
    "putin": ("الرئيس الروسي فلاديمير بوتين", False, "vladimir-putin"),
    "idf": ("الجيش الإسرائيلي", False, "israel-defense-forces"),
    "houthis": ("جماعة الحوثي", True, "houthis"),
    "is": ("تنظيم داعش", False, "islamic-state"),
    "amnesty": ("منظمة العفو الدولية", True, "amnesty-international"),
}
DONE, AHEAD, NONE = "done", "ahead", "none"
STATUS = {
    DONE: {EventStatus.OCCURRED, EventStatus.REPORTED, EventStatus.ONGOING},
    AHEAD: {EventStatus.PLANNED},
}
LAST, NEXT = "الثلاثاء الماضي", "الأسبوع المقبل"


@dataclass(frozen=True, slots=True)
class Act:
    """A row of the table. ``others`` are the slugs besides the actor's, None if they are not looked at.

    ``noun`` is indefinite and accusative, empty where the verb tells the act by itself; ``left_out`` are
    constructions in which nobody says it or the engine does not find it.
    """

    type: str
    verb: str
    noun: str
    actor: str
    rest: str
    others: frozenset[str] | None
    left_out: frozenset[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence, what it should tell, and whether it names who acts."""

    construction: str
    sentence: str
    standing: str
    named: bool = True


def acts() -> Iterator[Act]:
    with (HERE / "acts.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            others = None if row["others"] == "*" else frozenset(row["others"].split())
            left_out = frozenset(row["left_out"].split())
            yield Act(row["type"], row["verb"], row["noun"], row["actor"], row["rest"], others, left_out)


@lru_cache(maxsize=1)
def _forms() -> dict[str, dict[str, str]]:
    """The rows of the verb table by lemma, as printed."""
    with SOURCE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return {row["lemma"]: row for row in reversed(rows)}


def tellings(act: Act) -> Iterator[Telling]:
    """The act in every construction that its row does not leave out."""
    made = _with_noun(act) if act.noun else _by_verb(act)
    yield from (telling for telling in made if telling.construction not in act.left_out)


def _by_verb(act: Act) -> Iterator[Telling]:
    who, feminine, _ = ACTORS[act.actor]
    past, present, masdar = _tenses(act.verb, feminine=feminine)
    t = "ت" if feminine else ""
    rest = act.rest
    yield Telling("after_masdar", f"وجاء ذلك بعد {masdar} {who} {rest} {LAST}.", DONE)
    yield Telling("announced", f"وأعلن{t} {who} {masdar} {rest} {LAST}.", DONE)
    yield Telling("carried_out", f"وقام{t} {who} ب{masdar} {rest} {LAST}.", DONE)
    yield Telling("agentless", f"وتم {masdar} {rest} {LAST}.", DONE, named=False)
    yield from _finite(who, past, present, rest, feminine=feminine)


def _finite(who: str, past: str, present: str, rest: str, *, feminine: bool) -> Iterator[Telling]:
    """Constructions with a finite verb, which both kinds of act have."""
    t, that = ("ت", "أنها") if feminine else ("", "أنه")
    yield Telling("past", f"{past} {who} {rest} {LAST}.", DONE)
    yield Telling("topic", f"{who} {past} {rest} {LAST}.", DONE)
    yield Telling("pluperfect", f"وكان{t} {who} قد {past} {rest} {LAST}.", DONE)
    yield Telling("future", f"س{present} {who} {rest} {NEXT}.", AHEAD)
    yield Telling("planned", f"ومن المقرر أن {present} {who} {rest} {NEXT}.", AHEAD)
    yield Telling("said", f"وقال مصدر دبلوماسي إن {who} {past} {rest} {LAST}.", DONE)
    yield Telling("own_word", f"وأعلن{t} {who} {that} {past} {rest} {LAST}.", DONE)
    yield Telling("after_verb", f"وجاء ذلك بعد أن {past} {who} {rest} {LAST}.", DONE)
    yield Telling("negated", f"لم {_jussive(present)} {who} {rest}.", NONE)


def _with_noun(act: Act) -> Iterator[Telling]:
    who, feminine, _ = ACTORS[act.actor]
    past, present, masdar = _tenses(act.verb, feminine=feminine)
    t, future = ("ت", "تعتزم") if feminine else ("", "يعتزم")
    noun, rest = act.noun, act.rest
    genitive = " ".join(word.removesuffix("ا") if len(word) > 3 else word for word in noun.split())
    of_it = _object(past) + (
        "ها" if noun.endswith(("ة", "ات", "وى")) or noun.split()[0].endswith(("ة", "ات")) else "ه"
    )
    yield from _finite(who, past, present, f"{noun} {rest}", feminine=feminine)
    yield Telling("intended", f"وقال مصدر إن {who} {future} {masdar} {genitive} {rest} {NEXT}.", AHEAD)
    yield Telling("after_masdar", f"وجاء ذلك بعد {masdar} {who} {noun} {rest} {LAST}.", DONE)
    yield Telling("relative", f"وجاء ذلك بعد {genitive} {of_it} {who} {rest} {LAST}.", DONE)
    yield Telling("announced", f"وأعلن{t} {who} {masdar} {genitive} {rest} {LAST}.", DONE)
    yield Telling("carried_out", f"وقام{t} {who} ب{masdar} {genitive} {rest} {LAST}.", DONE)
    yield Telling("agentless", f"وتم {masdar} {genitive} {rest} {LAST}.", DONE, named=False)
    yield Telling("denied", f"ونف{'ت' if feminine else 'ى'} {who} {masdar} {genitive} {rest}.", NONE)


def _tenses(lemma: str, *, feminine: bool) -> tuple[str, str, str]:
    """Past and present of he or she, and the verbal noun."""
    row = _forms()[lemma]
    if feminine:
        return row["past_f"], "ت" + row["present"][1:], row["verbal_noun"]
    return lemma.replace("\u0651", ""), row["present"], row["verbal_noun"]


def _object(past: str) -> str:
    """A past before a pronoun: «أجرى», «أجراه»."""
    return past[:-1] + "ا" if past.endswith("ى") else past


def _jussive(present: str) -> str:
    if present[-1] in "يوى":
        return present[:-1]
    return present[:-2] + present[-1] if len(present) >= 4 and present[-2] in "ياو" else present


def found(act: Act, telling: Telling) -> bool:
    """Whether the engine reads what the sentence tells: type, status, and exactly those who take part."""
    text = telling.sentence
    fingerprint = hashlib.sha256(text.encode()).hexdigest()
    article = RawArticle("test.txt", text, fingerprint, Metadata(published="2018-10-04"))
    events = [event for event in extract(article).events if event.type == act.type]
    if telling.standing == NONE:
        return all(event.status is EventStatus.DENIED for event in events)
    return any(_fits(event, act, telling) for event in events)


def _fits(event: Event, act: Act, telling: Telling) -> bool:
    slugs, who = {p.slug for p in event.participants}, ACTORS[act.actor][2]
    if event.status not in STATUS[telling.standing]:
        return False
    if act.others is None:
        return who in slugs or not telling.named
    return slugs == act.others | ({who} if telling.named else set())


def main() -> None:
    """Print the table: «.» found, «x» not."""
    for act in acts():
        marks = " ".join(f"{t.construction}{'.' if found(act, t) else ' x'}" for t in tellings(act))
        sys.stdout.write(f"{act.type:20}{act.verb} {act.noun}\n    {marks}\n")


if __name__ == "__main__":
    main()
