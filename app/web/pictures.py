"""Link previews: pictures of 1200 × 630 pixels that represent a page, drawn with Pillow.

Arabic is shaped by Raqm, which is bundled with Pillow; the fonts are those of the pages. Each font covers one
script, so a line is divided where the script changes and drawn piece by piece from the side where it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from app.settings import STATIC

SIZE: Final = (1200, 630)
#: The light colours of static/css/tokens.css.
PAPER, CARD, LINE, INK, PALE, ACCENT = "#fbfaf6", "#ffffff", "#e6e2d8", "#1e1c19", "#6b665c", "#0d5c63"
LANES: Final = (
    "#6d6a66", "#b3344a", "#1f5fa8", "#5d489b", "#b9690f", "#35794f", "#7d6a22",
    "#0e7c86", "#a3417f", "#3f6212", "#8a4b2d", "#475b75", "#7b3f9b",
)  # fmt: skip

_EDGE: Final = 72
_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_LEFT_TO_RIGHT: Final = re.compile(r"[0-9A-Za-z\u00c0-\u024f]")
_MIRRORED: Final = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
#: Lines of the title at most, by the size of its letters.
_TITLES: Final = ((60, 3), (50, 4), (42, 5))


@dataclass(frozen=True, slots=True)
class Name:
    """An actor with the number of the colour of its lane."""

    text: str
    colour: int


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn: ``site`` and ``kicker`` at the top, the title, words under it, actors, and bars for
    how much happened in each stretch of time, the earliest first."""

    rtl: bool
    site: str
    kicker: str
    title: str
    words: str
    names: tuple[Name, ...] = ()
    bars: tuple[int, ...] = ()


def png(picture: Picture) -> bytes:
    """The picture as a file."""
    image = Image.new("RGB", SIZE, PAPER)
    _Easel(ImageDraw.Draw(image), picture.rtl).draw(picture)
    held = BytesIO()
    image.save(held, "PNG", optimize=True)
    return held.getvalue()


@lru_cache(maxsize=32)
def _face(arabic: bool, size: int, weight: int) -> ImageFont.FreeTypeFont:
    script = "arabic" if arabic else "latin"
    path = STATIC / f"vendor/fonts/ibm-plex-sans-arabic-{script}-{weight}-normal.woff2"
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)


class _Easel:
    """Draws from the side where the language begins; ``at`` below is the distance from that side."""

    def __init__(self, draw: ImageDraw.ImageDraw, rtl: bool) -> None:
        self.draw_ = draw
        self.rtl = rtl

    def draw(self, picture: Picture) -> None:
        width, height = SIZE
        self.draw_.rectangle((0, 0, width, 14), ACCENT)
        self.line(_EDGE, 62, picture.site, 40, 600, ACCENT)
        self.line(_EDGE, 128, picture.kicker, 30, 400, PALE)
        below = self._title(picture.title, 186)
        for n, words in enumerate(self._wrapped(picture.words, 32, 400)[:2]):
            self.line(_EDGE, below + 6 + n * 44, words, 32, 400, PALE)
        self._names(picture.names, 528 if not picture.bars else 446)
        self._bars(picture.bars, height - 40)

    def _title(self, text: str, top: int) -> int:
        """As large as it fits; the height where it ends."""
        for size, most in _TITLES:
            lines = self._wrapped(text, size, 600)
            if len(lines) <= most:
                break
        else:
            lines = [*lines[: most - 1], self._fitting(" ".join(lines[most - 1 :]), size, 600)]
        for n, line in enumerate(lines):
            self.line(_EDGE, top + n * round(size * 1.36), line, size, 600, INK)
        return top + len(lines) * round(size * 1.36)

    def _names(self, names: Sequence[Name], top: int) -> None:
        at = _EDGE
        for name in names:
            width = self._width(name.text, 30, 600) + 30
            if at + width > SIZE[0] - _EDGE:
                return
            x = self._side(at, 18)
            self.draw_.ellipse((x, top + 14, x + 18, top + 32), LANES[name.colour])
            self.line(at + 28, top, name.text, 30, 600, INK)
            at += width + 34

    def _bars(self, bars: Sequence[int], bottom: int) -> None:
        if not bars:
            return
        room, most = (SIZE[0] - 2 * _EDGE) / len(bars), max(bars)
        self.draw_.line((_EDGE, bottom, SIZE[0] - _EDGE, bottom), LINE, 2)
        for n, count in enumerate(bars):
            tall = round(80 * count / most) if count else 0
            wide = max(2, round(room * 0.8))
            x = self._side(round(_EDGE + n * room), wide)
            if tall:
                self.draw_.rectangle((x, bottom - max(tall, 4), x + wide, bottom), ACCENT)

    def _side(self, at: int, width: int) -> int:
        return SIZE[0] - at - width if self.rtl else at

    def line(self, at: int, top: int, text: str, size: int, weight: int, fill: str) -> None:
        for piece, arabic, rtl in self._runs(text):
            face = _face(arabic, size, weight)
            direction = "rtl" if rtl else "ltr"
            width = round(face.getlength(piece, direction=direction))
            place = (self._side(at, width), top + size)
            self.draw_.text(place, piece, fill, face, anchor="ls", direction=direction)
            at += width

    def _runs(self, text: str) -> Iterator[tuple[str, bool, bool]]:
        """The text in pieces of one face: their words, whether the face is Arabic, whether they run from
        right to left. Pieces of another direction than the line's are whole, neutral signs go along."""
        for arabic, group in groupby(text, key=lambda sign: bool(_ARABIC.match(sign))):
            piece = "".join(group)
            if arabic:
                yield piece, True, True
            elif self.rtl:
                yield from self._foreign(piece)
            else:
                yield piece, False, False

    @staticmethod
    def _foreign(piece: str) -> Iterator[tuple[str, bool, bool]]:
        """What stands between Arabic words: Latin words and numbers in one, signs around them one by one."""
        found = [n for n, sign in enumerate(piece) if _LEFT_TO_RIGHT.match(sign)]
        first, last = (found[0], found[-1] + 1) if found else (len(piece), len(piece))
        yield from ((sign.translate(_MIRRORED), False, False) for sign in piece[:first])
        if found:
            yield piece[first:last], False, False
        yield from ((sign.translate(_MIRRORED), False, False) for sign in piece[last:])

    def _width(self, text: str, size: int, weight: int) -> int:
        return round(
            sum(
                _face(arabic, size, weight).getlength(piece, direction="rtl" if rtl else "ltr")
                for piece, arabic, rtl in self._runs(text)
            )
        )

    def _wrapped(self, text: str, size: int, weight: int) -> list[str]:
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._width(longer, size, weight) <= SIZE[0] - 2 * _EDGE:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _fitting(self, text: str, size: int, weight: int) -> str:
        """The text, or as many whole words of it as fit on a line, with an ellipsis."""
        words = text.split()
        if self._width(" ".join(words), size, weight) <= SIZE[0] - 2 * _EDGE:
            return " ".join(words)
        while len(words) > 1 and self._width(" ".join(words) + "…", size, weight) > SIZE[0] - 2 * _EDGE:
            words.pop()
        return " ".join(words) + "…"
