"""The help, made from the same table and the same options that run."""

from __future__ import annotations

from tracejournal.cli.options import COMMON
from tracejournal.words import cli, cli_help, cli_options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracejournal.cli.options import Option

_OWN = {
    "list": cli_options.IN_LISTS,
    "search": cli_options.IN_LISTS,
    "circle": cli_options.IN_CIRCLE,
    "backup": cli_options.IN_BACKUP,
    "experiment": cli_options.IN_EXPERIMENT,
    "prompts": cli_options.IN_PROMPTS,
    "meetings": cli_options.IN_MEETINGS,
    "look-back": cli_options.IN_LOOK_BACK,
    "loops": cli_options.IN_LOOPS,
    "report": cli_options.IN_REPORT,
}
"""Options that mean something else in a command than in most."""


def overview() -> str:
    """Return what `tracejournal --help` prints."""
    parts = [cli_help.OVERVIEW]
    width = max(len(name) for _, commands in cli.GROUPS for name, _ in commands)
    for heading, commands in cli.GROUPS:
        parts.extend((heading, *_rows(commands, width), ""))
    return "\n".join((*parts, cli_help.OVERVIEW_END))


def about(command: str, options: Sequence[Option]) -> str:
    """Return what `-h` after a command prints."""
    takes, text = cli_help.HELP[command]
    use = cli_help.USE.format(command=f"{command} {takes}".strip())
    own = _OWN.get(command, {})
    rows = [
        (_typed(option), own.get(option.name, cli_options.OPTIONS[option.name]))
        for option in (*options, *COMMON)
    ]
    width = max(len(typed) for typed, _ in rows)
    return "\n".join((use, "", text, "", cli_help.WAYS, *_rows(rows, width), ""))


def _typed(option: Option) -> str:
    short = f"-{option.short}, " if option.short else ""
    return f"{short}{option.typed} {option.value}".strip()


def _rows(rows: Iterable[tuple[str, str]], width: int) -> list[str]:
    return [f"  {name:<{width}}  {text}" for name, text in rows]
