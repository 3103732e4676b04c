"""Where the content of a cue begins and where it ends."""

from __future__ import annotations

from dataclasses import dataclass

from app.ingest.speech.anew import is_meanwhile, starts_anew
from app.ingest.speech.answering import is_of_text, is_praised, is_to_press
from app.ingest.speech.cues import Cue, CueKind, is_complement, is_speech_verb, turns_against
from app.ingest.speech.heads import Head
from app.ingest.speech.page import Page, QuotePin
from app.ingest.speech.phrase import find_subject
from app.ingest.speech.spoken import in_first_person, is_spoken_clause

_SEARCH = 70
_NEAR = 12
#: «…، وهي جماعة معارضة، …»
BY_THE_WAY = frozenset({"وهو", "وهي", "وهم", "وهما"})
#: A name in marks has no more words, the marks counted.
_NAME = 6
_SAYING = frozenset({"قائلا", "قائله", "قائلين"})
_STRIP = "،,.؛:؟! "
_MARKS = frozenset('"»”“')


@dataclass(frozen=True, slots=True)
class Opening:
    """``mark`` is where the words before the content end; ``start`` its first token."""

    mark: int
    start: int
    how: str


def find_opening(page: Page, cue: Cue, end: int) -> Opening | None:
    """The first sign of content after a cue: أن, a colon, a quotation, or a preposition of the verb."""
    i, limit = cue.end, min(end, cue.end + _SEARCH)
    while i < limit:
        if opening := _opening_at(page, cue, i, end):
            return opening
        if (after := _past(page, cue, i, limit)) is not None:
            i = after
        elif page.is_end(i) or page.fold(i) == ":" or _is_told_elsewhere(page, cue, i):
            break
        elif start := _after_preposition(page, cue, i):
            return Opening(i, start, "phrase")
        else:
            i += 1
    return _after_comma(page, cue, end) if cue.verb.quote and cue.kind is CueKind.VERB else None


def _is_told_elsewhere(page: Page, cue: Cue, i: int) -> bool:
    anew = starts_anew(page, i) or _is_saying(page, cue, i)
    return anew or _is_main(page, cue, i) or _is_proviso(page, cue, i)


def _is_saying(page: Page, cue: Cue, i: int) -> bool:
    """«أعلن استقالته، قائلا إن»: after a subject and an object, what follows is another saying."""
    if page.fold(i) not in _SAYING or not page.is_comma(i - 1) or not cue.verb.object:
        return False
    subject = find_subject(page, cue.end, i - 1, cue.reading)
    if subject is None:
        return False
    own = subject.head is Head.UNKNOWN and subject.end - subject.start > 1
    return own or find_subject(page, subject.end, i - 1) is not None


def _is_proviso(page: Page, cue: Cue, i: int) -> bool:
    """«أمر بإخلاء المقر، على أن تنقل المهام»: on condition that; not «شدد، أمس، على أن»."""
    on = page.fold(i) == "علي" and "علي" not in cue.verb.after
    return on and page.is_comma(i - 1) and is_complement(page, i + 1)


def _is_main(page: Page, cue: Cue, i: int) -> bool:
    """«وعندما سأله مراسل عن …، قال الوزير»: the main clause after the one the cue stands in."""
    under = page.within(cue.at - 1, "subordinate") and page.bare(cue.at - 1) != "كما"
    return under and page.is_comma(i - 1) and is_speech_verb(page, i) and not page.names_person(i)


def _after_comma(page: Page, cue: Cue, end: int) -> Opening | None:
    """«وقال، القضية …», «قالت الرئاسة، في بيان، الطرفان ناقشا …»: speech after a comma, without أن."""
    if page.is_comma(cue.end) and page.fold(cue.at - 1) in page.speech.as_clauses:
        return None  # «…، كما قال، لكن …»
    if page.is_comma(cue.end):
        return Opening(cue.end, cue.end + 1, "comma") if end - cue.end > 4 else None
    if cue.lemma not in page.speech.lists["saying"]:
        return None
    commas = [i for i in range(cue.end, min(end, cue.end + _SEARCH)) if page.is_comma(i)][:2]
    aside = len(commas) > 1 and page.within(commas[0] + 1, "prepositions")
    start = commas[aside] + 1 if commas else end
    if end - start < 4 or not is_spoken_clause(page, start, end):
        return None
    return Opening(commas[0], start, "comma")


def _opening_at(page: Page, cue: Cue, i: int, end: int) -> Opening | None:
    word, quote = page.fold(i), page.opened.get(i)
    takes_clause = cue.verb.clause or cue.kind is not CueKind.VERB
    if is_complement(page, i) and i - 1 > cue.at and _is_of_inner(page, cue, i - 1):
        return None  # «أعلن متحدث باسم جماعات تقول إنها …، أن»
    joined = word.startswith("و") and i > cue.end
    if takes_clause and is_complement(page, i) and not joined:
        start = i + 2 if page.fold(i + 1) in (":", "،") and i + 2 < end else i + 1
        if word.endswith(("نا", "ني")):
            start = i  # «مضيفا أننا "نتفهم …"»: the speaker's own «we»
        return Opening(_mark(page, i, cue), start, "clause")
    if word == ":" and (cue.verb.quote or cue.kind is not CueKind.VERB):
        start = i + 2 if is_complement(page, i + 1) else i + 1
        return Opening(i, start, "colon") if start < end else None
    if in_first_person(page, cue, i):
        return Opening(i, i, "bare")
    if (
        quote is not None
        and cue.verb.quote
        and (_is_speech(page, cue, quote) or _is_whole(page, cue, quote, end))
    ):
        return Opening(i, i, "quote")
    return None


def _is_of_inner(page: Page, cue: Cue, i: int) -> bool:
    """Whether the word before أن is another verb of saying, in a relative clause before the content."""
    return is_speech_verb(page, i) and not page.names_person(i) and not cue.verb.continues


def _past(page: Page, cue: Cue, i: int, limit: int) -> int | None:
    """The token after a name in marks, a bracket, or a relative clause between commas."""
    if i in page.opened:
        return page.opened[i].end
    if page.fold(i) == "(":
        return page.close_bracket(i, limit)
    aside = page.within(i, "relatives") or page.fold(i) in BY_THE_WAY
    if i > cue.end and page.is_comma(i - 1) and aside:
        return next((j for j in range(i, limit) if page.is_comma(j) or _ends_aside(page, cue, j)), limit)
    return None


def _ends_aside(page: Page, cue: Cue, j: int) -> bool:
    """A colon, or «إن» after «قال»: «في الشكوى، التي رفعتها في المدينة إن» lacks its second comma."""
    resumed = page.tokens[j].span.text.startswith("إن") and is_complement(page, j)
    told = resumed and cue.lemma == "قال" and not is_speech_verb(page, j - 1)
    return page.fold(j) == ":" or told


def _mark(page: Page, i: int, cue: Cue) -> int:
    """The complement together with the preposition before it: «إلى أن», «من أن»."""
    if i > cue.end + 1 and page.is_comma(i - 1) and page.fold(i - 2) in cue.verb.after:
        return i - 2
    return i - 1 if i > cue.end and page.fold(i - 1) in ("الي", "علي", "من", "عن", "في") else i


def _after_preposition(page: Page, cue: Cue, i: int) -> int | None:
    """The start of a noun phrase content at a preposition of the verb, if one stands at ``i``."""
    word, after = page.fold(i), cue.verb.after
    following = i + 2 if page.is_comma(i + 1) else i + 1
    if is_complement(page, following) and word in after:
        return None
    if page.within(i, "adverbs") or word in page.speech.according or is_of_text(page, cue, i):
        return None
    if word in after and page.within(i - 1, "issued"):
        return None  # «أفاد بيان صادر عن الوزارة بأن»
    if word in after:
        return None if page.within(i + 1, "adverbial_nouns") or page.within(i + 1, "anonymity") else i + 1
    if _is_weighty(page, i):
        return i if word[0] == "ب" else i + 1
    if "ل" in after and word[0] == "ل" and i not in page.mentions and _is_purpose(page, cue, i):
        return i
    bound = "ب" in after and word[0] == "ب" and (i not in page.mentions or is_praised(page, cue, i))
    bound = bound and (len(word) > 3 or any(r.prefixes == ("ب",) for r in page.tokens[i].analyses))
    governed = page.within(i, "prepositions") or page.within(i - 1, "prepositions")
    deed = any(r.pos == "verbal_noun" and "ب" in r.prefixes for r in page.tokens[i].analyses)
    own = not deed and word.startswith(tuple(page.speech.lists["begin_with_b"]))
    own = own or word[1:] in page.speech.lists["venues"]
    if bound and not governed and not own:
        return i
    return None


def _is_purpose(page: Page, cue: Cue, i: int) -> bool:
    """«دعا إيران للحوار», «داعيا الجميع لاحترام الاتفاق»: ل on a definite noun or a deed.

    Not where the verb's own preposition follows: «أشارت وكالة فارس للأنباء إلى أن».
    """
    if is_to_press(page, i):
        return False
    after = range(i + 1, min(i + _NEAR, len(page.tokens)))
    stop = next((j for j in after if page.is_comma(j) or page.is_end(j)), after.stop)
    if any(page.fold(j) in cue.verb.after for j in range(i + 1, stop)):
        return False
    deed = any(r.pos == "verbal_noun" and "ل" in r.prefixes for r in page.tokens[i].analyses)
    deed = deed or page.fold(i)[1:] in page.speech.lists["deeds"]
    return deed or (page.fold(i).startswith("لل") and len(page.fold(i)) > 4)


def _is_weighty(page: Page, i: int) -> bool:
    """«على أهمية», «إلى ضرورة», «بضرورة»: content after whatever preposition the writer chose."""
    heavy = page.speech.lists["weighty"]
    return (page.fold(i) in ("علي", "الي") and page.fold(i + 1) in heavy) or (
        page.fold(i)[:1] == "ب" and page.fold(i)[1:] in heavy
    )


def _is_speech(page: Page, cue: Cue, quote: QuotePin) -> bool:
    """Marks that hold speech: four words or more, or right after the verb; not a name in marks."""
    before = quote.start - 1
    if (
        page.within(before, "name_heads")
        or page.within(before, "title_heads")
        or _is_source_in_marks(page, cue, quote)
        or _is_named_aside(page, quote)
    ):
        return False
    if quote.spoken:
        return True
    closes = page.is_end(quote.end) or page.is_comma(quote.end) or quote.end >= len(page.tokens)
    named = quote.start in page.mentions or quote.start + 1 in page.mentions
    near = quote.start - cue.end <= _NEAR and quote.end - quote.start > 3
    governed = page.within(before, "prepositions") or page.fold(before) in ("ب", "ل")
    return closes and near and not named and not governed


def _is_source_in_marks(page: Page, cue: Cue, quote: QuotePin) -> bool:
    """«حسب ما أفادت "أسوشيتد برس"»: who says it, in marks right after the verb."""
    as_verb = page.fold(cue.at - 1) in ("ما", "لما") or page.fold(cue.at - 1) in page.speech.as_clauses
    return as_verb and quote.start == cue.end and quote.end - quote.start <= _NAME and not quote.spoken


def _is_named_aside(page: Page, quote: QuotePin) -> bool:
    """«في مداخلة عبر "سكاي نيوز"، إن …»: few words in marks, and the content only after them."""
    if quote.end - quote.start > _NAME:
        return False
    after = quote.end + 1 if page.is_comma(quote.end) else quote.end
    verb = page.tokens[quote.start - 1].verb() if quote.start else None
    subject = verb is not None and not is_speech_verb(page, quote.start - 1)
    later = page.is_comma(quote.end) and any(is_complement(page, j) for j in range(after, after + _NAME))
    return is_complement(page, after) or subject or later  # «ترجمت "الصحيفة"، مقتطفات منها، أن»


def _is_whole(page: Page, cue: Cue, quote: QuotePin, end: int) -> bool:
    """«وقال فلان "لست خائفا" ثم …»: few words in marks right after the verb, and no other content."""
    subject = page.mentions.get(cue.end)
    if quote.start != (subject.end if subject else cue.end) or quote.end - quote.start < 4:
        return False
    if cue.lemma not in page.speech.lists["saying"] or page.named_in_quotes(quote.start):
        return False
    after = range(quote.end, min(end, quote.end + 15))
    return not any(is_complement(page, i) or page.fold(i) == ":" for i in after)


def content_end(page: Page, opening: Opening, end: int, next_cue: int) -> int:
    """One past the last token of the content, before trailing marks are taken off.

    ``next_cue`` is where the next cue that is not part of this content begins.
    """
    stop = min(end, next_cue)
    i = opening.start
    while i < stop:
        if quote := page.opened.get(i):
            spoken = quote.spoken or opening.how == "quote"
            if i <= opening.start + 1 and spoken and _closes_content(page, quote, end):
                return quote.end
            i = max(quote.end, i + 1)
            stop = max(stop, min(i, end))
            continue
        if i > opening.start and page.is_comma(i - 1) and (page.within(i, "breaks") or is_meanwhile(page, i)):
            return trimmed(page, opening.start, i)
        if opening.how in ("phrase", "object", "judged") and page.is_comma(i - 1) and starts_anew(page, i):
            return trimmed(page, opening.start, i)
        i += 1
    return trimmed(page, opening.start, stop)


def _closes_content(page: Page, quote: QuotePin, end: int) -> bool:
    after = quote.end
    if after >= end or page.is_end(after) or page.is_comma(after) or page.fold(after) in _UNSAID:
        return True
    told = page.tokens[after].verb()
    return page.fold(after) in ("ولم", "ولن") or (told is not None and told.prefixes == ("و",))


#: «… دون مزيد من التفاصيل», «… وذلك عقب لقاء»: the article goes on, not the speaker.
_UNSAID = frozenset({"دون", "بدون", "وذلك", "ثم"})


def trimmed(page: Page, start: int, end: int) -> int:
    """``end`` moved before trailing commas, stops and conjunctions."""
    joints = page.speech.lists["joints"]
    while end > start + 1:
        unpaired = page.fold(end - 1) in _MARKS and end not in page.closed
        if unpaired or page.fold(end - 1) in _STRIP or page.fold(end - 1) in joints:
            end -= 1
        elif turns_against(page, end - 1) and end > start + 2:
            end -= 2
        else:
            break
    return end
