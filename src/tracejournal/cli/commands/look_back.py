"""`tracejournal look-back`: dates and kinds of earlier entries, on request alone."""

from __future__ import annotations

from tracejournal.cli.asking import ask_line, can_ask
from tracejournal.cli.options import Option
from tracejournal.cli.output import tell
from tracejournal.cli.rows import write_rows
from tracejournal.model.errors import Misuse
from tracejournal.model.vocabulary import Term, choose
from tracejournal.words import cli
from tracejournal.words import look_back as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments

OPTIONS = (Option(words.ON_THIS_DAY), Option(words.KIND), Option("heavy-days"))


def run(arguments: Arguments, context: Context) -> None:
    """Ask what kind, unless that was typed; then list dates and kinds, never words."""
    asked = [what for what in words.CHOICES if arguments.has(what)]
    if len(asked) != 1:
        raise Misuse(words.WHICH)
    choice = _choice(asked[0], arguments)
    heavy_days = arguments.has("heavy-days")
    journal = context.journal_if_any()
    if journal is None:
        return
    with journal:
        lines = journal.looking_back.find(asked[0], choice, heavy_days=heavy_days)
        write_rows(journal, lines, with_text=False)
    tell(words.HOW_TO_OPEN if lines else words.NOTHING)
    if not heavy_days:
        tell(words.HEAVY_LEFT_OUT)


def _choice(what: str, arguments: Arguments) -> str:
    terms = [Term(key, name) for key, name in words.CHOICES[what]]
    typed = " ".join(arguments.words)
    if not typed and can_ask(arguments):
        choices = ", ".join(term.key for term in terms)
        tell(words.ASK_SHELL.format(title=words.TITLES[what], choices=choices))
        typed = ask_line(cli.CURSOR)
    return choose(terms, typed, "kind") if typed.strip() else terms[0].key
