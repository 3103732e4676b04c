"""Answers kept to be given again, packed once; who keeps them decides how long they are true."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from fastapi import Request, Response
from fastapi.responses import HTMLResponse


@dataclass(frozen=True)
class Kept:
    """A page as it goes out."""

    plain: bytes

    @classmethod
    def of(cls, page: str) -> Self:
        return cls(page.encode())

    @cached_property
    def packed(self) -> bytes:
        return gzip.compress(self.plain, 5, mtime=0)

    def answer(self, request: Request) -> Response:
        """The page in the form that the browser reads, as a page of our own or as a part for htmx."""
        headers = {"Vary": "HX-Request, Accept-Encoding"}
        if "gzip" not in request.headers.get("Accept-Encoding", ""):
            return HTMLResponse(self.plain, headers=headers)
        return HTMLResponse(self.packed, headers=headers | {"Content-Encoding": "gzip"})
