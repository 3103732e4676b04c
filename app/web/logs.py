"""The log of a serving process: plain warnings, or one JSON object per line with the request's id."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Final

from app.web.observed import request_id

_EXTRA: Final = ("status", "milliseconds", "reason")


class Lines(logging.Formatter):
    """A record as one line of JSON, whatever its text holds."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if number := request_id.get():
            line["request"] = number
        line |= {name: getattr(record, name) for name in _EXTRA if hasattr(record, name)}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=True)


class Plain(logging.Formatter):
    """A record for a terminal; what a stranger sent cannot move its cursor."""

    def format(self, record: logging.LogRecord) -> str:
        number = request_id.get()
        text = f"{record.levelname.lower()}: {record.getMessage()}" + (f" [{number}]" if number else "")
        text = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
        return f"{text}\n{self.formatException(record.exc_info)}" if record.exc_info else text


def configure(form: str) -> None:
    """Log to standard error; ``form`` is ``text`` or ``json`` (which tells of every request)."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines() if form == "json" else Plain())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO if form == "json" else logging.WARNING)
