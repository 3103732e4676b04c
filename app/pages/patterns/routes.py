"""The page of components."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from fastapi import APIRouter, Response

from app.web.i18n import Language
from app.web.i18n import gettext_noop as _
from app.web.named import Named
from app.web.passages import pieces
from app.web.render import Here

router = APIRouter()

_WORDS = "كلمات من نص المقال، وبعضها معلّم لأنه يحمل ما يُروى."


@router.get("/{lang}/patterns")
def patterns(page: Here) -> Response:
    at = _WORDS.index("وبعضها")
    return page.render(
        "patterns.html",
        words=pieces(_WORDS, [(at, at + len("وبعضها معلّم"))]),
        columns=_columns(page.language),
        terms=_terms(mirrored=page.language.direction == "rtl"),
        matrix=_matrix(),
    )


def _named(slug: str, lane: str | None = None) -> Named:
    return Named(slug, "الطرف", "Actor", lane)


def _columns(spoken: Language) -> list[Any]:
    titles = ((_("Day"), "ascending"), (_("Speaker"), None), (_("Chain"), None))
    return [SimpleNamespace(title=spoken.gettext(title), sorted=turn, href="#main") for title, turn in titles]


def _terms(*, mirrored: bool) -> Any:
    """A chart as the page of an actor draws it: one office twice, one of which the dates are not checked."""

    def bar(x: float, width: float, since: str, until: str | None, *, verified: bool = True) -> Any:
        term = SimpleNamespace(since=since, until=until, verified=verified)
        at = 100 - x - width if mirrored else x
        return SimpleNamespace(x=at, width=width, open=until is None, term=term)

    first = (bar(0, 40, "2011", "2015"), bar(80, 20, "2019", None))
    second = (bar(40, 40, "2015", "2019", verified=False),)
    rows = [SimpleNamespace(named=_named("a"), href="#main", bars=bars) for bars in (first, second)]
    years = [SimpleNamespace(x=100 - x if mirrored else x, year=2011 + x // 10) for x in range(0, 100, 20)]
    return SimpleNamespace(rows=rows, years=years, moments=(30, 46, 70))


def _matrix() -> list[Any]:
    """Four actors, each with those before it, in every shade."""
    lanes, counts = ("ru", "il", "us", "tr"), ((), (8,), (5, 3), (1, 0, 2))

    def cell(count: int) -> Any:
        return SimpleNamespace(count=count, share=-(-count // 2), href="#main", other=_named("a"))

    return [
        SimpleNamespace(number=n, actor=_named(lane, lane), cells=[cell(count) for count in each])
        for n, (lane, each) in enumerate(zip(lanes, counts, strict=True), 1)
    ]
