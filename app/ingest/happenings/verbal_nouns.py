"""Words that may be a verb or a verbal noun: which of the two stands here, by what is still missing."""

from __future__ import annotations

from collections.abc import Sequence, Set

from app.domain.text import Analysis, Token
from app.ingest.happenings.particles import CONJUNCTIONS, HAVING, RELATIVE, RESOLVES, THAT
from app.languages.ar.events import load_event_words, readings

#: So many words may be told in passing.
ASIDE = 14


def resolved(tokens: Sequence[Token], i: int, inside: Set[int]) -> bool:
    """«قرار الحكومة طرد …»: what somebody decides, after his name."""
    k = _before_aside(tokens, i) - 1
    while k in inside:
        k -= 1
    if k == i - 1:
        return False
    masdar = any(a.pos == "verbal_noun" and not a.prefixes for a in tokens[i].analyses)
    return masdar and k >= 0 and any(b.word in RESOLVES for b in readings(tokens[k].fold))


def _before_aside(tokens: Sequence[Token], i: int) -> int:
    """«محاولات فلان، الذي …، نقل …»: where what is told in passing begins, if it ends right here."""
    commas = [k for k in range(i - 1, max(-1, i - ASIDE), -1) if tokens[k].fold == "،"]
    aside = commas[:1] == [i - 1] and len(commas) > 1 and tokens[commas[1] + 1].fold in RELATIVE
    return commas[1] if aside else i


def decided(
    tokens: Sequence[Token], i: int, verbs: Sequence[Analysis | None], others: Sequence[Analysis]
) -> bool:
    """«قررت نيودلهي، أمس، سحب ملحقها»: the verbal noun that a verb before still waits for."""
    masdar = any(a.pos == "verbal_noun" and not a.prefixes for a in others)
    if not (masdar or tokens[i].fold == "وقف") or i == 0:
        return False
    deciding = load_event_words().cues["deciding"]
    last = next((k for k in range(i - 1, max(-1, i - 15), -1) if verbs[k] is not None), None)
    before = verbs[last] if last is not None else None
    if last is None or before is None or before.lemma not in deciding:
        return False
    return not any(t.fold in THAT | CONJUNCTIONS | RELATIVE for t in tokens[last + 1 : i])


def joins_masdar(
    tokens: Sequence[Token], i: int, verbs: Sequence[Analysis | None], others: Sequence[Analysis]
) -> bool:
    """«طالب بسحب السفير وطرد …», «قرر إنهاء العملية وسحب القوات»: one more that is asked for or decided."""
    if tokens[i].fold[0] != "و" or not any(a.pos == "verbal_noun" for a in others):
        return False
    last = next((k for k in range(i - 1, max(-1, i - 15), -1) if verbs[k] is not None), None)
    before = verbs[last] if last is not None else None
    cues = load_event_words().cues
    if last is None or before is None or before.lemma not in cues["deciding"] | cues["urge"]:
        return False
    between = tokens[last + 1 : i]
    first = any(any(a.pos == "verbal_noun" for a in t.analyses) for t in between)
    return first and all(t.is_word and t.fold not in THAT | CONJUNCTIONS | RELATIVE for t in between)


def after_having(tokens: Sequence[Token], i: int) -> bool:
    """«بعد أن عرض», «منذ أن طلب»: after these «أن» takes a verb."""
    return i > 1 and tokens[i - 1].fold == "ان" and tokens[i - 2].fold in HAVING
