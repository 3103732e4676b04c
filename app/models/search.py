"""What SQLite and PostgreSQL do differently, connections apart: only these two files ask which it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

#: The words of each field of a record, in order.
Fields = Sequence[Sequence[str]]

#: A column of numbers, some of which may be missing.
Column = InstrumentedAttribute[int] | InstrumentedAttribute[int | None]


class _Unpacked(FunctionElement[int]):
    """The numbers of a JSON list as rows, so that any number of them is one variable."""

    inherit_cache = True
    name = "unpacked"


@compiles(_Unpacked)
def _unpacked(element: _Unpacked, compiler: SQLCompiler, **options: Any) -> str:
    inner = compiler.process(element.clauses, **options)
    return f"(SELECT CAST(value AS BIGINT) FROM json_array_elements_text(CAST({inner} AS JSON)))"  # noqa: S608 - a bound name


@compiles(_Unpacked, "sqlite")
def _unpacked_sqlite(element: _Unpacked, compiler: SQLCompiler, **options: Any) -> str:
    inner = compiler.process(element.clauses, **options)
    return f"(SELECT value FROM json_each({inner}))"  # noqa: S608 - a bound name


def is_one_of(column: Column, ids: Iterable[int]) -> sa.ColumnElement[bool]:
    """``column IN ids``, however many: SQLite takes no more than 32,766 variables at once."""
    packed = sa.literal(json.dumps(sorted(ids)), sa.Text)
    return column.bool_op("IN")(_Unpacked(packed))


def among(column: Column, name: str = "ids") -> sa.ColumnElement[bool]:
    """The same for a statement that is made once: ``name`` is a parameter that takes ``listed(ids)``."""
    return column.bool_op("IN")(_Unpacked(sa.bindparam(name, type_=sa.Text)))


def listed(ids: Iterable[int]) -> str:
    """Ids as the parameter of ``among``."""
    return json.dumps(sorted(ids))


def rows_of(dialect: str, parameter: str, **columns: type[sa.types.TypeEngine[Any]]) -> sa.CTE:
    """A table of the objects in a JSON list that a parameter holds: any number of rows is one variable."""
    packed = sa.bindparam(parameter, type_=sa.Text)
    if dialect != "sqlite":
        fields = [sa.column(name, type_) for name, type_ in columns.items()]
        table = sa.func.json_to_recordset(sa.cast(packed, sa.JSON)).table_valued(*fields, name="given")
        return sa.select(table.render_derived(with_types=True)).cte(parameter)
    each = sa.func.json_each(packed).table_valued("value", name="given")
    values = (
        sa.func.json_extract(each.c.value, f"$.{name}", type_=type_).label(name)
        for name, type_ in columns.items()
    )
    return sa.select(*values).cte(parameter).prefix_with("MATERIALIZED")


def run_many(connection: sa.Connection, statement: sa.UpdateBase, rows: Sequence[dict[str, Any]]) -> None:
    """Run a statement once for each row of plain numbers, words and bytes, past everything that costs time.

    The rows' names are those of the statement's parameters.
    """
    if not rows:
        return
    compiled = statement.compile(dialect=connection.dialect, column_keys=list(rows[0]))
    order = getattr(compiled, "positiontup", None)
    given = [tuple(row[name] for name in order) for row in rows] if order else list(rows)
    connection.exec_driver_sql(str(compiled), given)


# Words under keys: FTS5 without their texts in SQLite, a tsvector for each key in PostgreSQL.

#: Of the records, and of the paragraphs of articles.
RECORDS: Final = "index_words"
PASSAGES: Final = "index_passages"

#: Between two fields of a record, so that no phrase runs over their border; nobody's word.
_BORDER = "\ue000"


def create_words(connection: sa.Connection, table: str = RECORDS) -> None:
    """A table of words, empty."""
    if connection.dialect.name == "sqlite":
        options = "content='', tokenize='unicode61 remove_diacritics 0'"
        connection.exec_driver_sql(f"CREATE VIRTUAL TABLE {table} USING fts5(words, {options})")
    else:
        columns = "key BIGINT PRIMARY KEY, words TSVECTOR NOT NULL"
        connection.exec_driver_sql(f"CREATE TABLE {table} ({columns})")
        connection.exec_driver_sql(f"CREATE INDEX ix_{table}_words ON {table} USING gin (words)")


def drop_words(connection: sa.Connection, table: str = RECORDS) -> None:
    connection.exec_driver_sql(f"DROP TABLE {table}")


def add_words(connection: sa.Connection, records: Iterable[tuple[int, Fields]], table: str = RECORDS) -> None:
    """File records (key, words of each field) that were not filed under these keys before."""
    ordered = sorted(records)  # FTS5 writes to disk whenever a key is smaller than the one before
    if connection.dialect.name == "sqlite":
        border = f" {_BORDER} "
        rows = [{"key": key, "words": border.join(map(" ".join, fields))} for key, fields in ordered]
        statement = f"INSERT INTO {table} (rowid, words) VALUES (:key, :words)"  # noqa: S608 - a name of ours
    else:
        rows = [{"key": key, "words": _vector(fields)} for key, fields in ordered]
        statement = f"INSERT INTO {table} (key, words) VALUES (:key, CAST(:words AS TSVECTOR))"  # noqa: S608
    if rows:
        connection.execute(sa.text(statement), rows)


def forget_words(connection: sa.Connection, keys: Iterable[int], table: str = RECORDS) -> None:
    """Take records out, as far as it can be done: SQLite keeps what it cannot find the words of.

    Nothing is filed under such a key again, so whoever asks drops the keys that are no more.
    """
    if connection.dialect.name != "sqlite":
        listed = "SELECT CAST(value AS BIGINT) FROM json_array_elements_text(CAST(:keys AS JSON))"
        statement = sa.text(f"DELETE FROM {table} WHERE key IN ({listed})")  # noqa: S608 - a bound name
        connection.execute(statement, {"keys": json.dumps(sorted(keys))})


def clear_words(connection: sa.Connection, table: str = RECORDS) -> None:
    """Take everything out."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608
    else:
        connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - a name of ours


def settle_words(connection: sa.Connection, table: str = RECORDS) -> None:
    """Put in order what was filed in many pieces: worth its time after everything was filed anew."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608


@dataclass(frozen=True, slots=True)
class Words:
    """Sequences of words of which one must stand in a text; with ``prefix`` the last of each is only how a
    word begins. Words are letters and digits only."""

    sequences: Sequence[Sequence[str]]
    prefix: bool = False


def keys_with(
    connection: sa.Connection,
    every: Iterable[Words],
    table: str = RECORDS,
    within: tuple[int, int] | None = None,
) -> list[int]:
    """Keys of the records in which all of these are found, some of them no more; none for no words.

    ``within`` are the first and the last key that are looked at.
    """
    wanted = [Words([s for s in each.sequences if s and all(s)], each.prefix) for each in every]
    if not wanted or not all(each.sequences for each in wanted):
        return []
    if connection.dialect.name == "sqlite":
        asked = " AND ".join(f"({_matching(each)})" for each in wanted)
        found = f"SELECT json_group_array(rowid) FROM {table} WHERE {table} MATCH :asked"  # noqa: S608
    else:
        asked = " & ".join(f"({_tsquery(each)})" for each in wanted)
        found = f"SELECT CAST(json_agg(key) AS TEXT) FROM {table} WHERE words @@ CAST(:asked AS TSQUERY)"  # noqa: S608
    given: dict[str, Any] = {"asked": asked}
    if within:
        found += f" AND {'rowid' if connection.dialect.name == 'sqlite' else 'key'} BETWEEN :low AND :high"
        given |= dict(zip(("low", "high"), within, strict=True))
    keys: list[int] = json.loads(connection.scalar(sa.text(found), given) or "[]")
    return keys


def _matching(each: Words) -> str:
    mark = "*" if each.prefix else ""
    return " OR ".join(f'"{" ".join(words)}"{mark}' for words in each.sequences)


def _tsquery(each: Words) -> str:
    mark = ":*" if each.prefix else ""
    return " | ".join(
        "(" + " <-> ".join(f"'{word}'" for word in words) + mark + ")" for words in each.sequences
    )


def learn_words(connection: sa.Connection, words: Iterable[str]) -> None:
    """Keep words that were not met before."""
    wanted = sorted(set(words))
    statement = "INSERT INTO index_vocabulary (word) SELECT value FROM {} WHERE true ON CONFLICT DO NOTHING"
    if wanted:
        connection.execute(sa.text(statement.format(_listed(connection))), {"words": json.dumps(wanted)})


def known_words(connection: sa.Connection, words: Iterable[str]) -> set[str]:
    """Those of the words that stand in some text, or did."""
    statement = "SELECT word FROM index_vocabulary WHERE word IN (SELECT value FROM {})"
    given = {"words": json.dumps(sorted(set(words)))}
    return set(connection.scalars(sa.text(statement.format(_listed(connection))), given))


def _listed(connection: sa.Connection) -> str:
    """The words of a JSON list as rows of one column, ``value``."""
    if connection.dialect.name == "sqlite":
        return "json_each(:words)"
    return "json_array_elements_text(CAST(:words AS JSON)) AS listed (value)"


def is_ours(name: str | None, type_: str, _: object = None) -> bool:
    """False for the tables of words and what the database keeps beside them: no model describes them."""
    return not (type_ == "table" and name is not None and name.startswith((RECORDS, PASSAGES)))


def _vector(fields: Fields) -> str:
    """A tsvector in its written form; positions end at 16,383, where a text has long been told."""
    places: dict[str, list[str]] = {}
    at = 0
    for words in fields:
        for word in words:
            at = min(at + 1, 16_383)
            places.setdefault(word, []).append(str(at))
        at += 1
    return " ".join(f"'{word}':{','.join(where[:255])}" for word, where in places.items())


def make_room(connection: sa.Connection) -> None:
    """Let SQLite keep 64 MB of pages in memory on this connection, for one that writes very much."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA cache_size=-65536")
