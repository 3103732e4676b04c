"""What stands beside a title: the body it belongs to, the medium somebody speaks to."""

from __future__ import annotations

from app.ingest.naming.page import Page
from app.ingest.naming.tables import Table


def is_owned(page: Page, at: int, stop: int) -> bool:
    """«المديرة العامة لمنظمة الصحة»: of a body, by the ل before its name."""
    hit = page.name_at(at, stop) if at < stop else None
    return hit is not None and hit.form.prefix == "ل" and {e.table for e in hit.value} == {Table.BODY}


def is_told(page: Page, at: int, stop: int) -> bool:
    """«مدير المستشفى لوكالة كذا»: the medium spoken to, and no name."""
    hit = page.name_at(at, stop)
    to = hit is not None and (hit.form.prefix == "ل" or page.fold(at - 1).startswith("ل"))
    return to and hit is not None and {entry.table for entry in hit.value} == {Table.MEDIUM}
