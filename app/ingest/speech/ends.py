"""Where a noun phrase without a mention ends, for each kind by what may belong to it."""

from __future__ import annotations

from app.ingest.speech.page import Page


def body_end(page: Page, start: int, stop: int) -> int:
    """«شعبة الإعلام الحربي», «قوة حماية طرابلس»: a noun and its genitives, without what is said of it."""
    i = start + 1
    while i < stop and not (
        page.is_mark(i) or page.within(i, "prepositions") or page.within(i, "attributes")
    ):
        pin = page.mentions.get(i)
        i = min(stop, pin.end) if pin else i + 1
    return i


def definite_end(page: Page, start: int, stop: int) -> int:
    """«وزارة الصحة اللبنانية» before its object: a noun and the definite words that follow it."""
    i = start + 1
    if i + 1 < stop and not page.fold(start).startswith("ال") and _is_construct(page, i):
        i += 1
    while i < stop and not page.within(i, "relatives") and _goes_on(page, i):
        i += 1
        if i < stop and page.fold(i) == "في":
            i += 1
    return i


def _is_construct(page: Page, i: int) -> bool:
    """«هيئة أركان القوات»: an indefinite noun between a head and the definite one it belongs to."""
    plain = page.tokens[i].is_word and not page.tokens[i].analyses and i not in page.mentions
    indefinite = not page.fold(i).startswith(("ال", "وال", "لل", "بال"))
    return plain and indefinite and page.fold(i + 1).startswith("ال") and not page.within(i, "prepositions")


def titled_end(page: Page, start: int, stop: int) -> int:
    """«الخبير العسكري» before the object of «وصف»: a definite noun with its adjectives of belonging."""
    if not page.fold(start).startswith("ال"):
        return definite_end(page, start, stop)
    i = start + 1
    while i < stop and page.fold(i).startswith("ال") and page.fold(i).endswith(("ي", "يه", "يون", "يان")):
        i += 1
    return i


def indefinite_end(page: Page, start: int, stop: int) -> int:
    """«أحزاب سياسية», «مصدر رسمي» before its object: a noun with its adjectives."""
    i = start + 1
    while i < stop and _is_adjective(page, i):
        i += 1
    if page.fold(i) in ("في", "من", "ب") and i + 2 <= stop:
        pin = page.mentions.get(i + 1)  # «قائد آخر في الجبهة», «مسلحون من المعارضة السورية»
        definite = page.fold(i + 1).startswith("ال")
        i = pin.end if pin else definite_end(page, i + 1, stop) if definite else i
    return min(i, stop)


def _is_adjective(page: Page, i: int) -> bool:
    """Indefinite, of belonging or of rank: «سوري», «آخر», «كبير»."""
    word = page.fold(i)
    belongs = word.endswith(("ي", "يه", "يون", "يان", "يين")) and not word.startswith("ال") and len(word) > 3
    return belongs or page.within(i, "ranking")


def _goes_on(page: Page, i: int) -> bool:
    return page.fold(i).startswith(("ال", "وال", "لل")) or page.fold(i - 1) in ("في", "ل")


def before_deed(page: Page, start: int, stop: int) -> int:
    """«مصادر بالوزارة وصول الوزير فلان»: a deed begins what is told, whoever is named in it."""
    plain = (
        i for i in range(start, stop) if i not in page.mentions and not page.within(i - 1, "prepositions")
    )
    return next((i for i in plain if page.tokens[i].is_verbal_noun or page.within(i, "matters")), stop)


def past_definite(page: Page, i: int) -> int:
    """Past marks and definite words to the name beside its kind: «صحيفة "الغد"», «وكالة الأنباء (سانا)»."""
    while page.is_mark(i) or (
        i not in page.mentions and (page.fold(i).startswith("ال") or page.within(i, "medium_heads"))
    ):
        i += 1
    return i


def document_end(page: Page, start: int, stop: int) -> int:
    """«بيان مشترك», «تقرير أممي»: past what kind of document it is, where nobody is named for it."""
    end = start + 1
    while end < stop and page.within(end, "document_kinds"):
        end += 1
    return end


def title_end(page: Page, start: int, stop: int) -> int:
    """«الوزيران», «الجانبان الروسي والتركي»: the noun with the adjectives of nationality after it."""
    i = start + 1
    while i < stop and page.fold(i).endswith("ي") and page.fold(i).startswith(("ال", "وال")):
        i += 1
    return i
