"""`tracejournal delete --everything`: what goes, what is out of reach, one confirmation."""

from __future__ import annotations

from tracejournal import places
from tracejournal.cli.asking import ask_line, can_ask
from tracejournal.cli.output import tell, tell_text
from tracejournal.journal.everything import everything, remove_everything
from tracejournal.model.errors import Misuse
from tracejournal.words import backups as words
from tracejournal.words import cli as cli_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.options import Arguments


def delete_everything(arguments: Arguments) -> None:
    """Tell what goes and what it cannot reach, ask for one word, remove it all.

    Raises:
        Misuse: ids were given, too, or there is no one to ask and --yes was not given.
    """
    if arguments.words:
        raise Misuse(words.NO_IDS)
    there = everything()
    if not there:
        tell(words.NOTHING_TO_REMOVE)
        return
    lines = (words.EVERYTHING_TITLE, *(f"  {path}" for path in there))
    leaves = words.EVERYTHING_LEAVES.format(config=places.config_file())
    tell_text("\n".join((*lines, leaves)))
    if not _meant(arguments):
        tell(cli_words.NOTHING_CHANGED)
        return
    remove_everything()
    tell(words.EVERYTHING_GONE)


def _meant(arguments: Arguments) -> bool:
    if arguments.has("yes"):
        return True
    if not can_ask(arguments):
        raise Misuse(cli_words.NEEDS_YES)
    typed = ask_line(words.ASK_EVERYTHING.format(word=words.EVERYTHING_WORD))
    return typed.strip(" .“”\"'").casefold() == words.EVERYTHING_WORD
