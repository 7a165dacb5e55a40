"""`tracejournal search`: what `list` does, with something to find."""

from __future__ import annotations

from tracejournal.cli.commands.list import DASHED_WORDS, show
from tracejournal.cli.commands.list import OPTIONS as LIST_OPTIONS
from tracejournal.cli.options import Option
from tracejournal.model.errors import Misuse
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments

__all__ = ["DASHED_WORDS", "OPTIONS", "run"]

OPTIONS = (*LIST_OPTIONS, Option("best"))


def run(arguments: Arguments, context: Context) -> None:
    """List what the query finds."""
    if not " ".join(arguments.words).strip():
        raise Misuse(words.WHAT_TO_FIND)
    show(arguments, context, words.NOTHING_FOUND)
