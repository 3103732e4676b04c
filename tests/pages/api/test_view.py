from __future__ import annotations

from typing import Any

from app.pages.api.view import build
from app.web.i18n import language

DESCRIPTION: dict[str, Any] = {
    "info": {"version": "1"},
    "paths": {
        "/api/v1/things/{id}": {
            "get": {
                "summary": "Statements",
                "description": "Where it was.",
                "tags": ["records"],
                "parameters": [
                    {
                        "name": "kind",
                        "description": "Type of event.",
                        "schema": {
                            "type": "array",
                            "items": {"type": "string", "enum": ["a", "b"], "default": "a"},
                        },
                        "example": ["a"],
                    },
                    {"name": "limit", "description": "How many at most.", "schema": {"type": "integer"}},
                ],
                "responses": {
                    "422": {
                        "description": "x",
                        "content": {"p": {"schema": {"$ref": "#/components/schemas/P"}}},
                    },
                    "200": {"description": "y", "content": {}},
                },
            }
        },
        "/api/v1/": {"get": {"summary": "s", "description": "d", "tags": ["sources"], "responses": {}}},
    },
    "components": {
        "schemas": {
            "P": {
                "description": "A problem.",
                "properties": {
                    "day": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
                    "others": {"type": "array", "items": {"$ref": "#/components/schemas/P"}},
                    "name": {"type": "string", "examples": ["ru"], "description": "A name."},
                },
            }
        }
    },
}


def test_operations_stand_in_their_groups_and_are_translated() -> None:
    view = build(DESCRIPTION, language("ar"))
    (one,), (root,) = (group.operations for group in view.groups)
    assert (one.title, one.anchor, one.example) == ("التصريحات", "things-id", None)
    assert (root.anchor, root.example) == ("root", "/api/v1/")


def test_a_parameter_says_what_it_may_be() -> None:
    kind, limit = build(DESCRIPTION, language("en")).groups[0].operations[0].parameters
    assert (kind.type, kind.allowed, kind.default, kind.example) == ("[string]", ("a", "b"), "a", "a")
    assert (limit.type, limit.allowed, limit.default) == ("integer", (), None)


def test_answers_lead_to_their_shapes_in_order() -> None:
    answers = build(DESCRIPTION, language("en")).groups[0].operations[0].answers
    assert [(each.status, each.shape) for each in answers] == [("200", None), ("422", "P")]


def test_fields_name_what_they_hold() -> None:
    (shape,) = build(DESCRIPTION, language("en")).shapes
    assert [(field.type, field.shape) for field in shape.fields] == [
        ("date | null", None),
        ("[P]", "P"),
        ("string", None),
    ]
