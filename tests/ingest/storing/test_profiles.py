from __future__ import annotations

import json

from app.ingest import match
from app.ingest.storing.profiles import saying_from_json, saying_to_json, telling_from_json, telling_to_json
from app.knowledge.load import load_knowledge
from tests.support import gold


def test_profiles_survive_json() -> None:
    for extraction in gold.extractions():
        for telling in match.tellings(extraction):
            assert telling_from_json(json.loads(json.dumps(telling_to_json(telling)))) == telling
        for saying in match.sayings(extraction, load_knowledge()):
            assert saying_from_json(json.loads(json.dumps(saying_to_json(saying)))) == saying
