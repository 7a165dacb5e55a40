"""`tracejournal doctor`: looks whether all is well, and says what to do where it is not."""

from __future__ import annotations

import os
import sys
import textwrap

from tracejournal import places
from tracejournal.cli.options import Option
from tracejournal.cli.output import bold, columns, is_terminal, speaks_utf8, write_line
from tracejournal.cli.unlocking import hold_key
from tracejournal.journal.doctor import Doctor
from tracejournal.model.errors import Misuse
from tracejournal.model.finding import ACT, FINE, NOTE, Finding
from tracejournal.model.text import display
from tracejournal.words import doctor as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments

OPTIONS = (Option("repair"), Option("json"))
TAKES_WORDS = False

_WIDEST = 100
_LEAST_COLUMNS, _LEAST_LINES = 60, 16
"""Where everything of the full screen fits."""


def run(arguments: Arguments, context: Context) -> int:
    """Look at everything; 1 where something needs doing."""
    path, repair = places.journal_file(), arguments.has("repair")
    hold_key(context)
    found = _findings(path, context, repair=repair)
    if arguments.has("json"):
        done = list(found)
        _write_json(done)
    else:
        done = []
        write_line(display(words.JOURNAL_AT.format(path=path)))
        for finding in found:
            done.append(finding)
            _write(finding)
    to_do = sum(finding.verdict == ACT for finding in done)
    if not arguments.has("json"):
        said = words.TO_DO_REPAIRED if repair else words.TO_DO
        write_line(said.format(count=to_do) if to_do else words.ALL_FINE)
    return 1 if to_do else 0


def _findings(path: str, context: Context, *, repair: bool) -> Iterator[Finding]:
    yield from Doctor(path, repair=repair).findings()
    yield _config(context)
    yield _terminal()


def _config(context: Context) -> Finding:
    if not os.path.exists(places.config_file()):
        return Finding("config", FINE, words.CONFIG_NONE)
    try:
        context.check_settings(context.config)
    except Misuse as refusal:
        return Finding("config", ACT, words.CONFIG_OFF, str(refusal))
    return Finding("config", FINE, words.CONFIG_FINE)


def _terminal() -> Finding:
    if not is_terminal(sys.stdout):
        return Finding("terminal", FINE, words.TERMINAL_ELSEWHERE)
    term = os.environ.get("TERM", "dumb")
    if term == "dumb" and os.name == "posix":
        return Finding("terminal", NOTE, words.TERMINAL_DUMB, words.TERMINAL_DUMB_ADVICE)
    if not speaks_utf8(sys.stdout):
        return Finding("terminal", NOTE, words.TERMINAL_NOT_UTF8, words.TERMINAL_NOT_UTF8_ADVICE)
    size = os.get_terminal_size(sys.stdout.fileno())
    room = {"columns": size.columns, "lines": size.lines}
    if size.columns < _LEAST_COLUMNS or size.lines < _LEAST_LINES:
        said = words.TERMINAL_SMALL.format(**room)
        return Finding("terminal", NOTE, said, words.TERMINAL_SMALL_ADVICE)
    said = words.TERMINAL_FINE.format(colours=_colours(term), **room)
    return Finding("terminal", FINE, said)


def _colours(term: str) -> str:
    if os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return words.MANY_COLOURS
    return "256" if "256" in term else "16"


def _write(finding: Finding) -> None:
    """Write what was found: in a line where it is fine; else set apart, by its words, too."""
    title = f"{words.CHECKS[finding.check]}: {words.VERDICTS[finding.verdict]}."
    if finding.verdict == FINE:
        _write_wrapped(f"{title} {finding.sentence}", later="  ")
        return
    write_line(bold(title))
    for text in filter(None, (finding.sentence, finding.advice)):
        _write_wrapped(f"  {text}", later="  ")


def _write_wrapped(text: str, *, later: str) -> None:
    width = min(columns() or _WIDEST, _WIDEST)
    # A path or a command is never broken: it is there to be copied.
    for line in textwrap.wrap(
        display(text),
        width,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    ):
        write_line(line)


def _write_json(findings: list[Finding]) -> None:
    import json  # noqa: PLC0415 - paid for when used

    objects = [
        {"check": each.check, "verdict": each.verdict, "says": each.sentence} for each in findings
    ]
    ascii_only = not speaks_utf8(sys.stdout)
    write_line(json.dumps(objects, ensure_ascii=ascii_only, indent=1))
