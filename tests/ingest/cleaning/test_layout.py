from __future__ import annotations

import re
from pathlib import Path

import app.ingest.cleaning
from app.ingest.cleaning.blocks import blocks_of
from app.ingest.cleaning.credit_lines import Names
from app.ingest.cleaning.layout import lay_out
from app.ingest.cleaning.page import BODY, BYLINE, HEADING, TITLE
from app.knowledge.load import load_knowledge
from app.languages.ar.boilerplate import furniture
from app.web.labels import DISCARDED


def test_every_reason_has_its_words_for_readers() -> None:
    assert {group.reason for group in furniture()} <= DISCARDED.keys()


def test_every_reason_of_a_step_has_its_words_for_readers() -> None:
    folder = Path(app.ingest.cleaning.__file__).parent
    source = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    given = set(re.findall(r'put\("([a-z_]+)"', source))
    assert {"caption", "dateline"} <= given <= DISCARDED.keys() | {TITLE, BODY, HEADING, BYLINE}


def test_a_certain_label_stays() -> None:
    blocks = blocks_of("سطر أول من النص\nأعلن الوزير نتائج المحادثات مع الوفد الزائر.")
    labels = lay_out(blocks, Names.of(load_knowledge()), certain={0: "related_links"})
    assert labels == ["related_links", BODY]


def test_each_block_has_one_label() -> None:
    text = "\n".join(
        ["أخبار", "عنوان الخبر في المدينة", "رويترز", "أعلن الوزير نتائج المحادثات مع الوفد الزائر."]
    )
    assert lay_out(blocks_of(text), Names.of(load_knowledge())) == ["navigation", TITLE, BYLINE, BODY]
