"""Prompts in files and in the editor: written out, looked at one by one, taken in."""

from __future__ import annotations

import os
import sys

from tracejournal.cli.asking import confirmed, decoded
from tracejournal.cli.output import tell, write
from tracejournal.journal.files import write_file
from tracejournal.model.draft import PROMPT, Belonging, slot_of
from tracejournal.model.errors import JournalError, Misuse
from tracejournal.model.text import display
from tracejournal.prompts.files import LARGEST, as_block, read_prompts, write_prompts
from tracejournal.words import cli as cli_words
from tracejournal.words import prompts as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.cli.options import Arguments
    from tracejournal.journal.journal import Journal
    from tracejournal.model.prompt import Prompt
    from tracejournal.prompts.files import Found

_STANDARD = "-"


def export(prompts: Sequence[Prompt], path: str, arguments: Arguments) -> None:
    """Write prompts to a file, or to standard output."""
    if path == _STANDARD:
        for piece in write_prompts(prompts):
            write(display(piece, len(piece)))
        return
    path = os.path.expanduser(path)
    if os.path.isdir(path):
        raise Misuse(cli_words.IS_FOLDER.format(path=path))
    asks = os.path.isfile(path)
    if asks and not confirmed(cli_words.ASK_REPLACE.format(path=path), arguments):
        tell(cli_words.NOTHING_CHANGED)
        return
    write_file(path, write_prompts(prompts))
    tell(words.PROMPTS_WRITTEN.format(count=words.counted(len(prompts)), path=path))


def take_in(journal: Journal, path: str, arguments: Arguments) -> int:
    """Add the prompts of a file that can be; return the exit code.

    Raises:
        Misuse: it holds no prompt, or there is no one to ask whether to add only some of them.
        JournalError: the file cannot be read.
    """
    found = read_prompts(_read(path), journal.prompts.all(with_hidden=True))
    _report(found)
    good = [each.prompt for each in found if each.prompt and not each.is_there]
    bad = [each for each in found if each.problem]
    if not good:
        tell(words.NONE_CAN_BE_TAKEN if bad else words.ALL_THERE)
        return 1 if bad else 0
    counted = words.counted(len(good))
    if bad and not confirmed(words.ASK_THE_GOOD_ONES.format(count=counted), arguments):
        tell(cli_words.NOTHING_CHANGED)
        return 0
    added = journal.prompts.take_in(good)
    tell(words.TAKEN_IN.format(count=words.counted(len(added))))
    there = len(found) - len(bad) - len(added)
    if there:
        tell(words.THERE_ALREADY.format(count=words.counted(there)))
    if bad:
        tell(words.CANNOT_BE_TAKEN.format(count=words.counted(len(bad))))
    return 0


def _report(found: Sequence[Found]) -> None:
    for each in found:
        for said in (each.problem, *map(_as_hint, each.hints)):
            if said:
                tell(words.IN_FILE.format(line=each.line, name=each.name, said=said))


def _as_hint(said: str) -> str:
    return words.HINT.format(said=said)


def tell_hints(prompt: Prompt) -> None:
    """Say what could be kinder, plainer or safer about a prompt of one's own."""
    from tracejournal.prompts.second_look import second_look  # noqa: PLC0415 - not for other actions

    for said in second_look(prompt):
        tell(_as_hint(said))


def _read(path: str) -> str:
    try:
        if path == _STANDARD:
            raw = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with open(os.path.expanduser(path), "rb") as file:
                raw = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise JournalError(words.FILE_UNREAD.format(path=path, reason=reason)) from None
    if len(raw) > LARGEST:
        raise Misuse(words.FILE_TOO_LARGE.format(path=path, most=LARGEST))
    return decoded(raw)


def in_editor(prompt: Prompt) -> tuple[str, Prompt]:
    """Let a person change all of a prompt in their editor, as it stands in a file.

    Returns:
        what they saved, and the prompt it is.

    Raises:
        Misuse: what they saved is not a prompt; the sentence says where it is now.
        JournalError: no editor could be started, or it stopped.
    """
    from tracejournal.cli.keeping import keep_or_put_aside  # noqa: PLC0415 - not for other actions
    from tracejournal.cli.rewriting import edited  # noqa: PLC0415 - not for other actions

    slot = slot_of(PROMPT, prompt.id, os.urandom(4).hex())
    written = edited(as_block(prompt.replace(id="", instead_of="")), Belonging(slot, {}))

    def read() -> Prompt:
        found = read_prompts(written)
        if len(found) != 1 or found[0].prompt is None:
            problem = found[0].problem if len(found) == 1 else words.ONE_IN_EDITOR
            raise Misuse(problem)
        return found[0].prompt

    return written, keep_or_put_aside(written, read)
