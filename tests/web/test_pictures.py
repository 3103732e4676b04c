from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, features

from app.web.pictures import ACCENT, LANES, PAPER, SIZE, Name, Picture, png

ARABIC = Picture(
    True, "تسلسل", "محادثات", "محادثات (عسكرية) في 21 أيلول/سبتمبر 2015", "مصدران مستقلان",
    (Name("روسيا", 1),),
)  # fmt: skip


def drawn(picture: Picture) -> Image.Image:
    return Image.open(BytesIO(png(picture))).convert("RGB")


def ink(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many points of a part are not paper."""
    paper = Image.new("RGB", (1, 1), PAPER).getpixel((0, 0))
    part = image.crop(box)
    return sum(count for count, colour in part.getcolors(part.width * part.height) or [] if colour != paper)


def test_pillow_shapes_arabic() -> None:
    """Without Raqm letters stand apart and backwards, which no reader forgives."""
    assert features.check("raqm")


def test_the_picture_has_the_size_that_is_asked_for() -> None:
    image = drawn(ARABIC)
    assert image.size == SIZE
    assert image.format is None or image.format == "PNG"


def test_arabic_begins_on_the_right_and_english_on_the_left() -> None:
    left, right = (0, 180, 500, 300), (700, 180, 1200, 300)
    short = replace(ARABIC, title="قصير")
    assert ink(drawn(short), right) > 0 == ink(drawn(short), left)
    english = Picture(False, "Tasalsul", "Talks", "Short", "words")
    assert ink(drawn(english), left) > 0 == ink(drawn(english), right)


@pytest.mark.parametrize("title", ["كلمة " * 60, "word " * 60, "x" * 400, ""])
def test_no_title_runs_out_of_the_picture(title: str) -> None:
    image = drawn(replace(ARABIC, title=title, rtl="x" not in title and "word" not in title))
    if " " in title:
        assert ink(image, (0, 180, 40, 600)) == 0
        assert ink(image, (1160, 180, 1200, 600)) == 0


def test_numbers_keep_their_order_among_arabic_words() -> None:
    """12 is not 21: each number is drawn in one piece."""
    assert png(replace(ARABIC, title="يوم 12")) != png(replace(ARABIC, title="يوم 21"))


def test_lanes_have_their_colours_and_bars_the_accent() -> None:
    image = drawn(replace(ARABIC, bars=(1, 0, 3)))
    colours = {colour for _, colour in image.getcolors(1_000_000) or []}
    for wanted in (LANES[1], ACCENT):
        assert Image.new("RGB", (1, 1), wanted).getpixel((0, 0)) in colours


def test_names_that_do_not_fit_are_left_out() -> None:
    many = tuple(Name(f"اسم طويل جدًّا رقم {n}", n) for n in range(12))
    assert ink(drawn(replace(ARABIC, names=many)), (0, 500, 60, 630)) == 0
