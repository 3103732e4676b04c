"""The words that follow a trigger in its clause, skipping asides."""

from __future__ import annotations

from collections.abc import Iterator

from app.ingest.happenings.view import View

#: «من بينها», «بمن فيهم», «منها», «أبرزها»: examples of what was just named follow, so many words at most.
_AMONG = frozenset("بينها بينهم منها منهم ابرزها ابرزهم بضمنها".split())
_THEM = frozenset("بينها بينهم بينهن فيها فيهم".split())
EXAMPLES = 16


def ahead(view: View, start: int, count: int) -> Iterator[int]:
    """The next words of the clause; the name of an actor counts as one word, marks and days as none."""
    clause = view.clauses[start - 1]
    seen, k = 0, start
    while k < len(view.tokens) and seen < count:
        if not view.tokens[k].is_word and view.fold(k) == "،" and (past := _past_examples(view, k)):
            k = past
            continue
        if view.clauses[k] != clause:
            if not _aside(view, k, clause):
                return
            k += 1
            continue
        phrase = view.starting(k)
        if phrase is not None and not phrase.adjective:
            yield from range(k, phrase.end)
            k = phrase.end
            seen += not phrase.conjoined
            continue
        if view.tokens[k].is_word:
            yield k
            seen += k not in view.dated
        k += 1


def _past_examples(view: View, comma: int) -> int | None:
    """«طردت دول، من بينها ألمانيا، دبلوماسيين»: one past the comma that closes the examples."""
    opens = view.fold(comma + 1) in _AMONG or (
        view.fold(comma + 1) in ("من", "بما", "بمن") and view.fold(comma + 2) in _THEM
    )
    closing = range(comma + 2, min(comma + EXAMPLES, len(view.tokens)))
    return next((k + 1 for k in closing if view.fold(k) == "،"), None) if opens else None


def _aside(view: View, k: int, clause: int) -> bool:
    """«استدعت قطر، التي ترأس الدورة، السفير …»: told of a name in passing, after which the clause goes on."""
    said_of = view.antecedents.get(view.clauses[k])
    if said_of is None or view.parents[view.clauses[k]] != clause:
        return False
    return said_of in view.at or said_of - 1 in view.at
