"""Web archives (WARC, also compressed), through warcio: every page that was fetched successfully."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from app.domain.text import Metadata
from app.errors import InputError
from app.ingest import decoding
from app.ingest.containers.item import Item

_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)


def web_archive(stream: BinaryIO, file: str, name: str) -> Iterator[Item | InputError]:
    """An article a page, named ``name#address``; pictures, scripts, redirections are passed over."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - slow to import
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    records = pages = 0
    try:
        for record in ArchiveIterator(stream):
            if record.format != "warc":
                break
            records += 1
            if not _is_page(record):
                continue
            pages += 1
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            try:
                data = decoding.checked(record.content_stream().read(decoding.MAX_BYTES + 1))
                if getattr(record.raw_stream, "limit", 0) and len(data) <= decoding.MAX_BYTES:
                    raise ValueError("cut off")
                page = decoding.decode(data, _charset(record))
                own = Metadata(url=address, charset=page.charset)
                yield Item(f"{name}#{address}", page.text, True, own)
            except ValueError as error:
                yield InputError(file, f"{address}: {error}")
    except (ArchiveLoadFailed, EOFError, ValueError, AttributeError) as error:
        yield InputError(file, f"not a web archive from here on: {' '.join(str(error).split())}")
        return
    if not pages:
        lacking = "page that was fetched with success" if records else "record"
        yield InputError(file, f"not a web archive, or one without a {lacking}")


def _charset(record: object) -> str | None:
    """What the server said the page is written in."""
    headers = getattr(record, "http_headers", None)
    found = _CHARSET.search((headers.get_header("Content-Type") if headers else None) or "")
    return found[1].lower() if found else None


def _is_page(record: object) -> bool:
    headers = getattr(record, "http_headers", None)
    if getattr(record, "rec_type", None) != "response" or headers is None:
        return False
    kind = headers.get_header("Content-Type") or ""
    return bool(headers.get_statuscode() == "200" and "html" in kind.lower())
