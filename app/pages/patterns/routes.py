"""The page of components."""

from __future__ import annotations

from fastapi import APIRouter, Response

from app.web.passages import pieces
from app.web.render import Here

router = APIRouter()

_WORDS = "كلمات من نص المقال، وبعضها معلّم لأنه يحمل ما يُروى."


@router.get("/{lang}/patterns")
def patterns(page: Here) -> Response:
    at = _WORDS.index("وبعضها")
    return page.render("patterns.html", words=pieces(_WORDS, [(at, at + len("وبعضها معلّم"))]))
