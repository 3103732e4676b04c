"""The OpenAPI description as the page shows it: operations in groups, then the schemas they return. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from app.web.i18n import Language
from app.web.i18n import gettext_noop as _
from app.web.urls import query_string

Json = Mapping[str, Any]

_GROUPS: Final[Mapping[str, str]] = {
    "records": _("Events, statements and their numbers"),
    "sources": _("Articles, actors and contradictions"),
}
_STATUSES: Final[Mapping[str, str]] = {
    "200": _("The result."),
    "304": _("Nothing has changed since (If-None-Match)."),
    "404": _("There is no such record."),
    "422": _("A parameter was rejected; the response names it and the values allowed."),
    "500": _("Server error."),
}


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter or a field: its type as written, ``shape`` the name of the shape it holds, the allowed
    values or their form, and an example."""

    name: str
    type: str
    shape: str | None
    meaning: str
    allowed: tuple[str, ...]
    default: str | None
    example: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    status: str
    meaning: str
    shape: str | None


@dataclass(frozen=True, slots=True)
class Operation:
    """``anchor`` names it on the page; ``example`` is an address that can be followed, None where it needs
    the id of a record."""

    anchor: str
    path: str
    title: str
    meaning: str
    parameters: tuple[Field, ...]
    answers: tuple[Answer, ...]
    example: str | None


@dataclass(frozen=True, slots=True)
class Shape:
    name: str
    meaning: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class ApiView:
    version: str
    groups: tuple[Group, ...]
    shapes: tuple[Shape, ...]


def build(description: Json, spoken: Language) -> ApiView:
    """The page; what has a translation is in the reader's language."""
    found: dict[str, list[Operation]] = {tag: [] for tag in _GROUPS}
    for path, item in sorted(description["paths"].items()):
        for operation in item.values():
            found[operation["tags"][0]].append(_operation(path, operation, spoken))
    return ApiView(
        version=description["info"]["version"],
        groups=tuple(Group(spoken.gettext(_GROUPS[tag]), tuple(each)) for tag, each in found.items()),
        shapes=tuple(_shapes(description["components"]["schemas"])),
    )


def _operation(path: str, operation: Json, spoken: Language) -> Operation:
    parameters = tuple(_parameter(each, spoken) for each in operation.get("parameters", ()))
    title, meaning = operation["summary"], operation["description"]
    return Operation(
        anchor=re.sub(r"\W+", "-", path.removeprefix("/api/v1")).strip("-") or "root",
        path=path,
        title=spoken.gettext(title),
        meaning=spoken.gettext(meaning),
        parameters=parameters,
        answers=tuple(_answers(operation["responses"], spoken)),
        example=_example(path, operation) if "{" not in path else None,
    )


def _example(path: str, operation: Json) -> str:
    """The address with the first few examples that its parameters give."""
    pairs = [
        (each["name"], str(each["example"][0] if isinstance(each["example"], list) else each["example"]))
        for each in operation.get("parameters", ())
        if each["name"] in ("from", "actor", "limit")
    ]
    return path + query_string(pairs)


def _parameter(parameter: Json, spoken: Language) -> Field:
    schema = parameter["schema"]
    one = schema.get("items", schema)
    example = parameter.get("example")
    default = one.get("default")
    meaning = parameter["description"]
    return Field(
        name=parameter["name"],
        type=_type(schema)[0],
        shape=None,
        meaning=spoken.gettext(meaning),
        allowed=tuple(one.get("enum", ())),
        default=None if default is None else str(default),
        example=str(example[0] if isinstance(example, list) else example) if example else None,
    )


def _answers(responses: Json, spoken: Language) -> Iterator[Answer]:
    """Those of this operation; what any address may be answered with is told once, above all."""
    for status, answer in sorted(each for each in responses.items() if each[0] in _STATUSES):
        content: Json = next(iter(answer.get("content", {}).values()), {})
        yield Answer(status, spoken.gettext(_STATUSES[status]), _type(content.get("schema", {}))[1])


def _shapes(schemas: Json) -> Iterator[Shape]:
    for name, schema in sorted(schemas.items()):
        fields = tuple(_field(each, told) for each, told in schema.get("properties", {}).items())
        yield Shape(name, schema.get("description", ""), fields)


def _field(name: str, schema: Json) -> Field:
    kind, shape = _type(schema)
    examples = schema.get("examples", ())
    return Field(
        name=name,
        type=kind,
        shape=shape,
        meaning=schema.get("description", ""),
        allowed=tuple(schema.get("enum", ())),
        default=None,
        example=str(examples[0]) if examples else None,
    )


def _type(schema: Json) -> tuple[str, str | None]:
    """``string``, ``integer | null``, ``[Event]`` …, and the name of the shape in it."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return name, name
    if "anyOf" in schema:
        parts = [_type(each) for each in schema["anyOf"]]
        return " | ".join(kind for kind, _ in parts), next((shape for _, shape in parts if shape), None)
    if schema.get("type") == "array":
        kind, shape = _type(schema.get("items", {}))
        return f"[{kind}]", shape
    kind = schema.get("format") or schema.get("type", "")
    return str(kind), None
