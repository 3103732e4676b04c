"""An explained article on a terminal, in colour where there is one."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from app.domain.records import Extraction
from app.ingest.explaining.findings import Finding, Layer, Part, pieces
from app.ingest.explaining.layout import Block, blocks, facts

LAYER = {Layer.STATEMENT: "cyan", Layer.ACTOR: "green", Layer.DATE: "yellow", Layer.EVENT: "magenta"}
#: Later parts are painted over earlier ones.
PART = {
    Part.CONTENT: "italic cyan",
    Part.QUOTED: "italic bright_cyan",
    Part.SOURCE: "underline",
    Part.ACTOR: "green",
    Part.PLACE: "blue",
    Part.DATE: "yellow",
    Part.RELAY: "bold underline",
    Part.CUE: "bold cyan",
    Part.TRIGGER: "bold magenta",
}


def show_all(extractions: Iterable[Extraction]) -> None:
    """Print the articles to standard output; a pager gets colours where ``FORCE_COLOR`` asks for them."""
    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    for extraction in extractions:
        show(extraction, console)


def show(extraction: Extraction, console: Console) -> None:
    """Print the article block by block, below each what was found in it."""
    console.rule(Text(extraction.document.name, style="bold"))
    for name, value in facts(extraction):
        for k, line in enumerate(value.splitlines()):
            console.print(Text(f"{'' if k else name:>10}  ", style="dim") + Text(line))
    for block in blocks(extraction):
        console.print()
        console.print(_heading(block))
        console.print(_painted(block), style="dim" if block.discarded else "")
        for number, finding in block.found:
            console.print(Padding(_line(number, finding), (0, 0, 0, 2)))
    console.print()


def _heading(block: Block) -> Text:
    name = f"¶ {block.n}" if block.n is not None else block.kind.replace("_", " ")
    return Text(f"{name} (not read)" if block.discarded else name, style="dim bold")


def _painted(block: Block) -> Text:
    text = Text()
    for piece in pieces(block.span, list(block.found)):
        styles = [style for part, style in PART.items() if part in piece.parts]
        text.append(piece.text, style=" ".join(styles))
    return text


def _line(number: int, finding: Finding) -> Text:
    line = Text()
    line.append(f"{number:>3} ", style="dim")
    line.append(f"{finding.layer.value} ", style=f"bold {LAYER[finding.layer]}")
    line.append(f"«{finding.head.text}» ", style=LAYER[finding.layer])
    line.append(f"→ {finding.what}")
    line.append(f"  {finding.rule}", style="dim bold")
    for reason in finding.reasons:
        line.append(f" · {reason}", style="dim")
    return line
