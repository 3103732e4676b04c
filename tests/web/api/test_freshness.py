from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models import IndexStateRow, IngestRunRow
from app.web.api.freshness import entity_tag
from tests.support import stores


def test_the_tag_changes_with_a_reading_and_with_the_index(tmp_path: Path, database: str) -> None:
    engine = stores.empty(tmp_path)
    with Session(engine) as session:
        tags = [entity_tag(session), entity_tag(session)]
        session.add(IngestRunRow(started=stores.clock(), rules_version="1"))
        session.flush()
        tags.append(entity_tag(session))
        session.execute(sa.update(IndexStateRow).values(generation=IndexStateRow.generation + 1))
        tags.append(entity_tag(session))
    engine.dispose()
    assert tags[0] == tags[1]
    assert len(set(tags)) == 3
    assert all(tag.startswith('W/"') for tag in tags)
