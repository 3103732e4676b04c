"""One sentence read for acts of saying: each cue with its subject, its content and its relays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from app.ingest.speech.acts import Said, Scene
from app.ingest.speech.asides import (
    Aside,
    as_left,
    aside_of,
    attaches,
    read_according,
    which_left,
    with_asides,
)
from app.ingest.speech.content import Opening, content_end
from app.ingest.speech.cues import Cue, CueKind, find_cues, is_complement, turns_against
from app.ingest.speech.headed import read_headed
from app.ingest.speech.nominal import read_noun, read_participle, read_relay
from app.ingest.speech.page import Page
from app.ingest.speech.verbs import read_verb

_TURNS = frozenset({"لكن", "ولكن"})
_READERS = {
    CueKind.VERB: read_verb,
    CueKind.PARTICIPLE: read_participle,
    CueKind.RELAY: read_relay,
    CueKind.NOUN: read_noun,
    CueKind.ACCORDING: read_according,
}


def read_sentence(page: Page, start: int, end: int) -> list[Said]:
    """Every act of saying in a sentence, in order, with no content claimed twice."""
    cues = find_cues(page, start, end)
    found: list[Said] = []
    links: list[Aside] = []
    asides = {cue.at: aside_of(page, cue, end) for cue in cues}
    for cue in cues:
        aside = asides[cue.at]
        if aside is not None and attaches(page, aside, cues, start, found):
            links.append(aside)
            continue
        said = _READERS[cue.kind](Scene(page, cue, start, end, found))
        taken = said is not None and any(s.start in (said.start, cue.at) for s in found)
        if said is not None and (not taken or said.rule == "verb.which"):
            found.append(said)
    headed = read_headed(page, start, end)
    if headed is not None and all(s.start > headed.start for s in found):
        found.insert(0, headed)
    found = [said for said in found if not _is_deed_of_another(found, said)]
    own = {said.cue.at: said for said in found}
    breaking = [cue for cue in cues if _can_break(page, cue, own.keys(), asides[cue.at])]
    turning = {at: left for at, said in own.items() if (left := _turns_left(page, said)) is not None}
    ended = [_ended(page, said, breaking, end, turning) for said in found]
    placed = [replace(said, outer=_outer(ended, k)) for k, said in enumerate(ended)]
    return with_asides(page, _without_told_acts(page, placed), links)


def _is_deed_of_another(found: Sequence[Said], said: Said) -> bool:
    """«ذكر المتحدث أن الوزارة استدعت السفير وأبلغته بالقرار»: the verb agrees with her, not with him."""
    joined = said.cue.kind is CueKind.VERB and said.cue.reading.prefixes[:1] == ("و",)
    if (
        not joined
        or said.subject is not None
        or said.fallback is None
        or said.how not in ("phrase", "object")
    ):
        return False
    at, gender = said.fallback.start, said.cue.reading.gender
    hosts = [
        o for o in found if o.how == "clause" and not o.backward and o.start <= at and o.cue.at < said.cue.at
    ]
    other = hosts[-1].cue.reading.gender if hosts else None
    return None not in (other, gender) and other != gender


def _ended(page: Page, said: Said, breaking: Sequence[Cue], end: int, turning: Mapping[int, int]) -> Said:
    """The saying with the end of its content: of the sentence, of its quotation, or at the next saying.

    ``turning`` gives the left end of sayings that turn to another subject, by the token of the cue.
    """
    if said.backward:
        return said
    stops = (
        cue
        for cue in breaking
        if cue.at > said.start and (turning.get(cue.at, 0) > said.start or _breaks(page, cue, said))
    )
    stop = next((turning.get(cue.at, _left(page, cue)) for cue in stops), end)
    finish = content_end(page, Opening(said.mark, said.start, said.how), end, stop)
    return replace(said, end=max(finish, said.start + 1))


def _turns_left(page: Page, said: Said) -> int | None:
    """Where «، لكن الشبكة أفادت أن», «، بيد أن مسؤولا أعلن أن» begins: somebody else speaks for himself."""
    if said.subject is None or said.subject.start >= said.cue.at or said.cue.kind is not CueKind.VERB:
        return None
    i = said.subject.start - 1
    if turns_against(page, i) and page.fold(i) not in _TURNS:
        i -= 1
    elif not page.within(i, "turns"):
        return None
    return i if page.is_comma(i - 1) else None


def _left(page: Page, cue: Cue) -> int:
    left = as_left(page, cue) or which_left(page, cue)
    return cue.at if left is None else left


def _can_break(page: Page, cue: Cue, own: Set[int], aside: Aside | None) -> bool:
    """Whether a cue may end somebody's content: it opens a saying, or it is an aside set off."""
    if cue.kind is CueKind.ACCORDING:
        return page.is_comma(cue.at - 1) or aside is not None
    left = as_left(page, cue)
    if left is not None and cue.at not in own:
        return page.is_comma(left - 1) or left < cue.at - 1 or page.fold(left) == "حسبما"
    return cue.at in own and cue.kind is not CueKind.NOUN


def _breaks(page: Page, cue: Cue, said: Said) -> bool:
    """Whether a later cue ends the content of ``said``: a coordinated, not an inner, saying."""
    if cue.at == said.cue.at:
        return False
    if cue.kind in (CueKind.ACCORDING, CueKind.PARTICIPLE) or as_left(page, cue) is not None:
        return True
    return which_left(page, cue) is not None or _is_coordinated(page, cue, said)


def _is_coordinated(page: Page, cue: Cue, said: Said) -> bool:
    if cue.reading.prefixes[:1] in (("و",), ("ف",)):
        return True
    if page.is_comma(cue.at - 1):
        return not _is_by_medium(page, said)
    joined = page.fold(cue.at - 1) in page.speech.lists["joints"] or turns_against(page, cue.at - 1)
    return cue.at - said.start > 3 and joined


def _is_by_medium(page: Page, said: Said) -> bool:
    return said.subject is not None and said.subject.pin is not None and page.media(said.subject.pin)


def _outer(found: Sequence[Said], k: int) -> int | None:
    """The nearest earlier saying whose content holds this cue."""
    at = found[k].cue.at
    return next((j for j in range(k - 1, -1, -1) if found[j].start <= at < found[j].end), None)


def _without_told_acts(page: Page, found: Sequence[Said]) -> list[Said]:
    """Drop acts told inside somebody's content: «قال إن موسكو أبلغت تل أبيب بالضربة» is one saying."""
    kept = [k for k, s in enumerate(found) if not _is_told_act(page, found, s)]
    numbers: dict[int | None, int] = {k: n for n, k in enumerate(kept)}
    return [replace(found[k], outer=numbers.get(found[k].outer)) for k in kept]


def _is_told_act(page: Page, found: Sequence[Said], said: Said) -> bool:
    """An act without a content clause, or what somebody else said by the account of a person or document.

    What a medium tells that somebody said is his statement, and the medium a link in its chain.
    """
    if said.outer is None or said.cue.kind is not CueKind.VERB:
        return False
    told = said.how == "clause" and _is_of_another(page, found[said.outer], said)
    return (said.how in ("phrase", "object") or told) and not _is_report(page, found[said.outer])


def _is_report(page: Page, said: Said) -> bool:
    """A medium, or «تقارير», «وسائل إعلام»: what these tell that somebody said is his own statement."""
    words = said.subject is not None and page.within(said.subject.start, "reports")
    return words or _is_by_medium(page, said)


def _is_claim_aside(page: Page, said: Said) -> bool:
    """«ما قالت موسكو إنه قصف», «الحزب الذي نفى أن», «في عملية زعمت أنقرة أنها»: said by the way."""
    before = said.cue.at - 1
    if page.fold(before) in ("ما", "لما", "مما") or page.within(before, "relatives"):
        return True
    resumed = len(page.fold(said.mark)) > 2 and is_complement(page, said.mark)
    bare = not said.cue.reading.prefixes and not page.is_mark(before) and not is_complement(page, before)
    follows = said.subject is not None and said.subject.start > before
    return resumed and bare and follows and not page.fold(before).startswith("ال")


def _is_of_another(page: Page, outer: Said, said: Said) -> bool:
    """Whether the saying has a subject of its own, and is no aside («ما قالت موسكو إنه قصف»)."""
    if said.subject is None or said.subject.pin is None or _is_claim_aside(page, said):
        return False
    host = outer.subject.pin if outer.subject is not None else None
    return host is None or host.actor.slug != said.subject.pin.actor.slug
