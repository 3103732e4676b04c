"""Words and marks of the body, each with its exact span and the readings of the analyser.

Only verbs of the news, their participles and verbal nouns have readings; that a word has none
is itself a signal for later stages. «#سعد_الحريري» is read as its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.records import Draft
from app.domain.text import Document, Sentence, Span, Token
from app.knowledge.load import Knowledge
from app.languages.ar.analyser import Analyse, analyser_in_use
from app.languages.ar.normalise import HIDDEN, MARKS, fold

#: A word keeps vowel signs and hidden characters that stand inside it; a mark stands alone; a
#: tatweel on its own («ـ بنغازي ـ») is neither, for nothing of it is left when folded. A number is
#: a word of its own before letters that a page lost the space of («2019أعلنت»).
_TOKEN = re.compile(
    rf"\d+(?=[ء-ي]{{3}})|(?![{HIDDEN}])[^\W_](?:[^\W_]|[{MARKS}]|[{HIDDEN}]+(?=[^\W_{HIDDEN}]|[{MARKS}]))*|[^\s\w{HIDDEN}{MARKS}]|_"
)


def run(draft: Draft, knowledge: Knowledge) -> Draft:
    """Fill ``draft.tokens`` with the words and marks of every sentence."""
    return replace(draft, tokens=tuple(tokenise(draft.document, draft.sentences, analyser_in_use())))


def tokenise(document: Document, sentences: tuple[Sentence, ...], analyse: Analyse) -> Iterator[Token]:
    """Tokens of the sentences in order, numbered from 0 through the article."""
    text, number = document.text, 0
    for sentence in sentences:
        for match in _TOKEN.finditer(text, sentence.span.start, sentence.span.end):
            word = match.group()
            folded = fold(word)
            # A vowel sign printed as a letter of its own; the marks of a hashtag.
            if not folded or folded in "#_":
                continue
            span = Span(match.start(), match.end(), word)
            yield Token(number, sentence.paragraph, sentence.n, span, folded, analyse(word))
            number += 1
