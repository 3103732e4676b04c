"""A run of the ingest as plain data, the same in files and in the API. Pure."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from app.pages.changes.records import Line, Run

Json = dict[str, Any]


def as_json(run: Run) -> Json:
    """A run with the articles of it that are shown."""
    return {
        "id": run.id,
        "started": _moment(run.started),
        "finished": _moment(run.finished) if run.finished else None,
        "rules_version": run.rules,
        "articles": dict(run.results),
        "records": dict(run.counts),
        "lines": [_line(line) for line in run.lines],
    }


def _moment(at: datetime) -> str:
    """SQLite keeps no zone; all moments are stored in UTC."""
    return at.replace(tzinfo=at.tzinfo or UTC).isoformat()


def _line(line: Line) -> Json:
    return {
        "article": line.article,
        "file": line.file,
        "result": line.result,
        "detail": line.detail,
        "records": dict(line.counts),
        "changes": [
            {
                "change": step.change,
                "record": step.record,
                "id": step.id,
                "before": step.before,
                "after": step.after,
            }
            for step in line.records
        ],
        "more": line.more,
    }
