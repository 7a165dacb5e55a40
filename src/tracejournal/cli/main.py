"""The command line's table of commands. Only the module of the command that runs is imported.

To add a command: a line in `words.cli.GROUPS`, its help in `words.cli_help`, and a module of its
name in `cli/commands` with `OPTIONS` and `run`.
"""

from __future__ import annotations

from tracejournal import __version__
from tracejournal.cli.options import nearest, parse
from tracejournal.cli.output import write, write_line
from tracejournal.model.errors import Misuse
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from tracejournal.config import Config
    from tracejournal.model.clock import Clock

COMMANDS = tuple(name for _, commands in words.GROUPS for name, _ in commands)


def run(
    typed: Sequence[str],
    clock: Clock | None = None,
    check_settings: Callable[[Config], None] = lambda _config: None,
) -> int | None:
    """Run what was typed after `tracejournal`, which is at least one word.

    Args:
        typed: the words.
        clock: see `Context`.
        check_settings: see `Context`.

    Returns:
        an exit code; None is 0.

    Raises:
        JournalError: it could not be done.
    """
    command, *rest = map(_decoded, typed)
    if command in ("--help", "-h", "help"):
        _help(rest[0] if rest else "")
        return None
    if command == "--version":
        write_line(words.VERSION.format(version=__version__))
        return None
    module = _module(command)
    dashed_words = getattr(module, "DASHED_WORDS", False)
    arguments = parse(command, module.OPTIONS, rest, dashed_words=dashed_words)
    if arguments.has("help"):
        _help(command)
        return None
    if arguments.words and not getattr(module, "TAKES_WORDS", True):
        said = words.TAKES_NO_WORDS.format(command=command, typed=arguments.words[0])
        raise Misuse(said)

    from tracejournal.cli.context import Context  # noqa: PLC0415 - paid for when used

    code: int | None = module.run(arguments, Context(clock, check_settings, arguments))
    return code


def _decoded(word: str) -> str:
    """Return a word as it was meant, where the terminal sent it in another encoding."""
    try:
        word.encode()
    except UnicodeEncodeError:
        from tracejournal.cli.asking import undamaged  # noqa: PLC0415 - paid for when used

        return undamaged(word)
    return word


def _module(command: str) -> Any:  # noqa: ANN401 - the modules look alike and share no type
    if command not in COMMANDS:
        found = nearest(command, COMMANDS)
        sentence = words.NEAREST_COMMAND if found else words.UNKNOWN_COMMAND
        raise Misuse(sentence.format(typed=command, nearest=found))
    # What `importlib.import_module` does, without the half millisecond its own import takes.
    return __import__(f"tracejournal.cli.commands.{command.replace('-', '_')}", fromlist=["run"])


def _help(command: str) -> None:
    """Print the overview, or all about one command."""
    from tracejournal.cli.help import about, overview  # noqa: PLC0415 - paid for when used

    write(about(command, _module(command).OPTIONS) if command else overview())
