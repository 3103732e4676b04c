"""What makes a telling an event of its own rather than the name of a topic.

A finite verb tells an event; so does a noun that a preposition of time or cause presupposes, or that has a
day or parties of its own. A definite noun with none of these («المفاوضات معقدة») is a topic.
"""

from __future__ import annotations

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import EventStatus, EventType
from app.ingest.happenings.finding import Finding

_GOING_ON = frozenset({EventStatus.PLANNED, EventStatus.ONGOING})


def stands_alone(finding: Finding) -> bool:
    """Enough is said to make a record of it, and it is not only wished for."""
    if not finding.firm:
        return False
    if finding.status is EventStatus.HYPOTHETICAL:
        return _possible_counts(finding)
    if finding.told:
        return _says_enough(finding)
    if (finding.given and not finding.definite) or "victims" in finding.trigger.guards:
        return True
    return _mutual_counts(finding) if finding.trigger.frame == "mutual" else _directed_counts(finding)


def _possible_counts(finding: Finding) -> bool:
    """What may happen is an event only with those who would take part."""
    both = finding.trigger.frame == "mutual" and not finding.verbal
    return len(finding.participants) >= (2 if both else 1) or finding.date is not None


def _says_enough(finding: Finding) -> bool:
    """What a finite verb tells, unless it may be no verb or its noun points at something told before."""
    if finding.participants or finding.date or finding.place:
        return True
    if finding.verbal:
        return finding.sure and finding.status is not EventStatus.ONGOING
    pointing_at_a_thing = "before" in finding.trigger.guards  # «نجحت في إسقاطها»
    return finding.described or not finding.definite or pointing_at_a_thing


def _mutual_counts(finding: Finding) -> bool:
    """A noun of what two do together."""
    parties = len(finding.participants)
    if finding.type is EventType.COORDINATION:
        return parties >= 1 and (not finding.definite or finding.status is EventStatus.ONGOING)
    if parties >= 2:
        return True
    contact = FAMILY_OF[finding.type] is Family.CONTACT
    if parties == 1:
        known = finding.possessed or finding.status in _GOING_ON or not finding.carried
        return finding.date is not None or (contact and known and not _topic(finding))
    bare = contact or "bare" in finding.trigger.guards
    return bare and not finding.definite and (finding.date is not None or finding.place is not None)


def _topic(finding: Finding) -> bool:
    """With the article, and going on at no time that is told."""
    return finding.definite and not finding.possessed and finding.status not in _GOING_ON


def _directed_counts(finding: Finding) -> bool:
    """A noun of what one does, perhaps to another."""
    parties = len(finding.participants)
    if finding.definite:
        certain = finding.date is not None or finding.given or finding.possessed
        return parties >= 2 or (parties == 1 and certain) or (finding.given and finding.date is not None)
    if parties:
        return True
    somewhere = finding.date is not None or finding.place is not None
    return somewhere and "bare" in finding.trigger.guards
