"""How much of a content is in quotation marks: all, some or none of it."""

from __future__ import annotations

from app.domain.records import QuoteKind
from app.domain.text import QuotationRole
from app.ingest.speech.content import trimmed
from app.ingest.speech.page import Page, QuotePin


def quote_kind(page: Page, start: int, end: int, how: str) -> tuple[QuoteKind, tuple[QuotePin, ...]]:
    """Direct when all words are quoted or follow a colon, mixed when some are, else indirect."""
    opened = (page.opened[i] for i in range(start, end) if i in page.opened)
    judged = how == "judged"  # «اعتبرته "مسيئا"»: even one word in marks is the speaker's
    pins = tuple(
        q for q in opened if judged or not (page.within(q.start - 1, "name_heads") or _is_name(page, q))
    )
    if pins and pins[0].start <= start and trimmed(page, start, end) <= pins[0].end:
        return QuoteKind.DIRECT, pins[:1]
    if how in ("colon", "bare") and not pins:
        return QuoteKind.DIRECT, ()
    if pins:
        return QuoteKind.MIXED, pins
    return QuoteKind.INDIRECT, ()


def _is_name(page: Page, quote: QuotePin) -> bool:
    """A name or one word in marks («تنظيم "الدولة"») is the article's, not quoted from the speaker."""
    if quote.spoken:
        return False
    word = quote.end - quote.start <= 3
    return word or quote.quotation.role is QuotationRole.NAME or page.named_in_quotes(quote.start) is not None
