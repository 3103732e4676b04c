"""A page that a browser saved as one file (MHTML): the page itself, without its images and styles."""

from __future__ import annotations

from email import message_from_bytes
from email.errors import MessageError
from typing import cast

from app.domain.text import Metadata
from app.ingest import decoding
from app.ingest.containers.item import Item


def saved_page(data: bytes, name: str) -> Item:
    """The page that the file begins with; raises ValueError where it holds none that can be read."""
    try:
        whole = message_from_bytes(data)
        page = next((part for part in whole.walk() if part.get_content_type() == "text/html"), None)
        markup = cast("bytes | None", page.get_payload(decode=True)) if page is not None else None
    except (MessageError, LookupError, RecursionError) as error:
        raise ValueError(f"not a saved page: {error}") from error
    if page is None or not markup:
        raise ValueError("no page in this file")
    read = decoding.decode(decoding.checked(markup), page.get_content_charset())
    address = whole.get("Snapshot-Content-Location") or page.get("Content-Location") or ""
    url = address.strip() if address.strip().startswith(("http://", "https://")) else None
    return Item(name, read.text, True, Metadata(url=url, charset=read.charset))
