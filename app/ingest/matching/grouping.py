"""Groups tellings of one event, dates the event by the best of them, and counts its origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from app.domain.codes import FAMILY_OF, Family
from app.domain.links import Group, Telling, Verdict
from app.domain.origins import Copies, independent
from app.domain.records import EventStatus
from app.domain.time import DateSpan
from app.ingest.matching.compare import block_keys, is_precise
from app.ingest.matching.comparisons import Comparisons

_FIRMNESS = (
    EventStatus.DENIED,
    EventStatus.OCCURRED,
    EventStatus.ONGOING,
    EventStatus.REPORTED,
    EventStatus.PLANNED,
    EventStatus.HYPOTHETICAL,
)


def group(tellings: Sequence[Telling], copies: Copies | None = None) -> tuple[Group, ...]:
    """Partition tellings into events; the same tellings give the same groups in any order.

    ``copies`` says which articles have the same text; those tell with one voice.
    """
    compare = Comparisons()
    known = {t.id: t for t in sorted(tellings, key=lambda t: (t.article, t.paragraph, t.id))}
    clusters = {id_: [id_] for id_ in known}
    _join_parts(known, clusters)
    _join_curated(known, clusters)
    for one, other in _matches(list(known.values()), compare):
        _join(known, clusters, one, other, compare)
    seen: dict[int, list[str]] = {id(members): members for members in clusters.values()}
    return tuple(_group([known[m] for m in members], copies) for members in seen.values())


def _join_parts(known: dict[str, Telling], clusters: dict[str, list[str]]) -> None:
    """What happened in the course of an event («اتفقا خلاله») is told as part of it."""
    for telling in known.values():
        if telling.part_of in known:
            _merge(clusters, str(telling.part_of), telling.id)


def _join_curated(known: dict[str, Telling], clusters: dict[str, list[str]]) -> None:
    """What people say is one event is one, whatever else is told of it."""
    for telling in known.values():
        for other in telling.joined:
            if other in known:
                _merge(clusters, telling.id, other)


def _matches(tellings: list[Telling], compare: Comparisons) -> list[tuple[str, str]]:
    """Ids of tellings of one event, the closest pairs first."""
    found = [
        (-comparison.score, a.id, b.id)
        for a, b in blocked_pairs(tellings)
        if (comparison := compare.between(a, b)).verdict is Verdict.SAME
    ]
    return [(one, other) for _, one, other in sorted(found)]


def blocked_pairs(
    tellings: Sequence[Telling], fresh: frozenset[str] | None = None
) -> list[tuple[Telling, Telling]]:
    """Pairs of different articles that share a block key, each once and in a fixed order.

    Given ids that are ``fresh``, only pairs that one of these is in.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for n, telling in enumerate(tellings):
        for key in block_keys(telling):
            blocks[key].append(n)
    if fresh is None:
        pairs = {pair for block in blocks.values() for pair in combinations(block, 2)}
    else:
        new = {n for n, telling in enumerate(tellings) if telling.id in fresh}
        pairs = {
            (min(i, j), max(i, j))
            for block in blocks.values()
            for i in new.intersection(block)
            for j in block
            if i != j
        }
    return [
        (tellings[i], tellings[j]) for i, j in sorted(pairs) if tellings[i].article != tellings[j].article
    ]


def _join(
    known: dict[str, Telling], clusters: dict[str, list[str]], one: str, other: str, compare: Comparisons
) -> None:
    """Merge two clusters unless any pair across them is known to be different."""
    if clusters[one] is clusters[other]:
        return
    for a in clusters[one]:
        for b in clusters[other]:
            if compare.between(known[a], known[b]).verdict is Verdict.NO and not _linked(known, a, b):
                return
    _merge(clusters, one, other)


def _linked(known: dict[str, Telling], a: str, b: str) -> bool:
    """Part and whole of one article do not object to each other."""
    return known[a].part_of == b or known[b].part_of == a


def _merge(clusters: dict[str, list[str]], one: str, other: str) -> None:
    if clusters[one] is clusters[other]:
        return
    joined = clusters[one]
    joined.extend(clusters[other])
    for member in clusters[other]:
        clusters[member] = joined


def _group(members: list[Telling], copies: Copies | None) -> Group:
    contacts = [m for m in members if FAMILY_OF[m.type] is Family.CONTACT]
    lead = min(contacts or members, key=_lead_order)  # what was agreed is part of the meeting
    dated = _best_date(members)
    firm = _curated(members, "status") or [m for m in members if m.status is EventStatus.DENIED] or members
    status = min((m.status for m in firm), key=_FIRMNESS.index)
    return Group(
        lead=lead.id,
        tellings=tuple(m.id for m in sorted(members, key=lambda m: (m.article, m.paragraph, m.id))),
        type=min(_curated(members, "type") or [lead], key=_lead_order).type,
        status=status,
        date=dated.date if dated else None,
        dated_by=dated.id if dated else None,
        origins=origins(members, copies),
    )


def _curated(members: Iterable[Telling], field: str) -> list[Telling]:
    """Those for which people have set this field."""
    return [m for m in members if field in m.curated]


def _lead_order(telling: Telling) -> tuple[bool, bool, int, int, str]:
    """The whole before its part, narrative before claim, then more participants."""
    return (
        telling.part_of is not None,
        telling.claimed_by is not None,
        -len(telling.principals) - 2 * (telling.date is not None),
        telling.paragraph,
        telling.id,
    )


def _best_date(members: Iterable[Telling]) -> Telling | None:
    dated = [m for m in members if m.date is not None]
    dated = _curated(dated, "date") or dated
    return min(dated, key=lambda m: (_width(m.date), m.article, m.paragraph, m.id), default=None)


def _width(span: DateSpan | None) -> int:
    if span is None or span.earliest is None or span.latest is None:
        return 100_000
    exact = is_precise(span) and not set(span.edtf) & set("~?%")
    return (span.latest - span.earliest).days + (0 if exact else 1)


def origins(tellings: Iterable[Telling], copies: Copies | None = None) -> tuple[str, ...]:
    """Independent sources, one name for each: the last named link before the event, copies as one."""
    told = [(t.origin or t.article, t.article) for t in tellings]
    return tuple(sorted(min(names) for names in independent(told, copies or {})))
