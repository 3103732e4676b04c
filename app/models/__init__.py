"""The tables, one file each. Rows speak of one article's words; events gather what many tell.

Import ``Base`` and the rows from here; importing the package registers every table.
"""

from __future__ import annotations

from app.models.actor import ActorRow
from app.models.alias import AliasRow
from app.models.appearance import AppearanceRow
from app.models.article import ArticleRow
from app.models.base import Base
from app.models.block_key import BlockKeyRow
from app.models.chain import ChainLinkRow
from app.models.copy import BandRow, CopyRow
from app.models.curation import CurationRow
from app.models.date_mention import DateMentionRow
from app.models.discarded import DiscardedRow
from app.models.event import EventRow
from app.models.evidence import EvidenceRole, EvidenceRow
from app.models.holder import HolderRow
from app.models.index import (
    IndexArticleRow,
    IndexEntryRow,
    IndexMonthRow,
    IndexPostingRow,
    IndexStateRow,
    IndexTermRow,
    IndexWordRow,
)
from app.models.ingest import ChangeRow, IngestArticleRow, IngestRunRow
from app.models.link import LinkRow
from app.models.mention import MentionRow
from app.models.office import OfficeRow
from app.models.paragraph import ParagraphRow
from app.models.participant import ParticipantRow, TellingParticipantRow
from app.models.sentence import SentenceRow
from app.models.statement import StatementRow
from app.models.telling import TellingRow

__all__ = [
    "ActorRow",
    "AliasRow",
    "AppearanceRow",
    "ArticleRow",
    "BandRow",
    "Base",
    "BlockKeyRow",
    "ChainLinkRow",
    "ChangeRow",
    "CopyRow",
    "CurationRow",
    "DateMentionRow",
    "DiscardedRow",
    "EventRow",
    "EvidenceRole",
    "EvidenceRow",
    "HolderRow",
    "IndexArticleRow",
    "IndexEntryRow",
    "IndexMonthRow",
    "IndexPostingRow",
    "IndexStateRow",
    "IndexTermRow",
    "IndexWordRow",
    "IngestArticleRow",
    "IngestRunRow",
    "LinkRow",
    "MentionRow",
    "OfficeRow",
    "ParagraphRow",
    "ParticipantRow",
    "SentenceRow",
    "StatementRow",
    "TellingParticipantRow",
    "TellingRow",
]
