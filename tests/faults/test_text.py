"""Words that were made to break what shows them: kept, shown, and without any power."""

from __future__ import annotations

import functools
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.faces import COMMANDS, KEPT_BY, REFUSALS, Shown, furnish, run, tour
from tests.faults.tally import SEED, Fault, Tally, row
from tests.hostile import HOSTILE, UNSAFE, leaked
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import Draft, Moment

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

MARKUP = ("[/]", "[/", "[/path]", "[bold", "[red on blue]x[/red on blue]", "[[[", "\\[/]", "$x[/]")
CLICKS = ("[@click=app.quit]leave[/]", "[@click='app.exit()']leave", "[@click=screen.dismiss]x[/]")
LINKS = ("[link=https://owned.invalid]here[/link]", "[link=file:///etc/passwd]x", "[link=]x[/]")
SYSTEM_COMMANDS = (
    "\x1b]52;c;b3duZWQ=\x07",
    "\x1b]0;owned\x07",
    "\x1b]2;owned\x1b\\",
    "\x1b]8;;https://owned.invalid\x1b\\here\x1b]8;;\x1b\\",
)
CONTROLS = ("\x1b[6n", "\x1b[c\x1b[5n", "\x9b38;5;123m\x9d0;owned\x9c", "a\x7f\x08\x08b\x07\x05")
NULS = ("before\0after", "\0", "\0\x1b]0;owned\x07")
OVERRIDES = ("user\u202egnp.exe", "\u202d\u202eabc\u202c", "\u2066\u2067\u2068open")
TOWERS = ("Z" + "\u0301" * 60, "e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308" * 40)
SURROGATES = ("half \ud83d emoji", "\udc80\udcff", "\ud800")
ONE_LINE = ("word " * 200_000 + "end", "x" * 1_000_000)
MANY_LINES = ("line\n" * 20_000,)
BRACKETS = ("[a](" * 5_000, "[bold]" * 4_000, "[[" * 10_000)
SCRIPTS = ("👩\u200d👩\u200d👧 👍🏽", "家族が支えてくれた 中文", "العربية עברית mixed", "ใจดี हिन्दी")
SMALL = (
    *MARKUP,
    *CLICKS,
    *LINKS,
    *SYSTEM_COMMANDS,
    *CONTROLS,
    *NULS,
    *OVERRIDES,
    *TOWERS,
    *SURROGATES,
    *SCRIPTS,
)
LARGE = (*ONE_LINE, *MANY_LINES, *BRACKETS)
NEVER_KEPT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""What is left out at the storage door."""

QUERY_PARTS = (
    *(
        '"',
        "'",
        "(",
        ")",
        "*",
        "^",
        "-",
        "+",
        ":",
        "@",
        "#",
        ">",
        "<",
        "=",
        "/",
        "\\",
        "\0",
        "\x1b",
    ),
    *("NEAR(", "AND", "OR", "NOT", "self-harm", "is:", "kind:huddle", "with:", "on:", "from:x"),
    *("supported:>=7", "condition:", "text:", "col:x", "tea", "家族", "é", "🌱", "[/]", " ", "  "),
    *HOSTILE.values(),
)


def raw(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def judge(tally: Tally, shown: Shown, what: object) -> None:
    """Count what should not have come out of a face."""
    tally.runs += 1
    for leak in leaked(shown.raw):
        tally.escape_bytes += len(leak)
        tally.broken.append(f"{what}: {leak!r}")
    tally.listen(shown.raw.decode("utf-8", "replace"))


def show(tally: Tally, texts: Sequence[str], together: Sequence[str]) -> None:
    """Put texts through every face, each way round the cleaning and through the front door.

    Args:
        tally: what is counted in.
        texts: those of this row.
        together: with which others they share one tour of the screens, in the short form.
    """
    show_raw(tally, list(map(raw, texts)))
    for number, text in enumerate(texts):
        fault = tally.fault(number + 1)
        _through_the_front_door(tally, fault, text)
    if not tally.is_long:
        shown = _tour_together(tuple(together))
    else:
        fault = tally.fault()
        shown = tour(fault, everywhere=True)
    judge(tally, shown, "the screens")
    tally.expect(shown.lived, "something in the words ended the program")
    tally.expect(shown.code == 0, f"the screens: exit code {shown.code}")


def show_raw(tally: Tally, texts: Sequence[bytes]) -> None:
    """Show texts that are in the file as they are."""
    fault = tally.fault()
    furnish(fault.path, texts)
    for command in COMMANDS:
        shown = run(fault, command)
        _judge_command(tally, shown, command)


def _judge_command(tally: Tally, shown: Shown, command: Sequence[str]) -> None:
    # Data is given as it was written: marks may pile up in it.
    judge(tally, shown._replace(raw=_without_towers(shown.raw)), command)
    unsafe = UNSAFE.findall(shown.raw.decode("utf-8", "surrogatepass"))
    tally.escape_bytes += len(unsafe)
    tally.expect(not unsafe, f"{command}: {unsafe[:5]}")
    tally.expect(shown.code in (0, 1, 2), f"{command}: exit code {shown.code}")


def _without_towers(given: bytes) -> bytes:
    return given.replace("\u0301".encode(), b"")


def _through_the_front_door(tally: Tally, fault: Fault, text: str) -> None:
    for command in KEPT_BY:
        _judge_command(tally, run(fault, command, raw(text)), command)
    with Journal.open(str(fault.path)) as journal:
        kept = [entry.content.text for entry in journal.history.entries()]
    unsafe = [NEVER_KEPT.findall(each) for each in kept]
    tally.expect(not any(unsafe), f"kept as it was: {unsafe}")
    if len(text) < 2_000 and "\0" not in text:
        typed = text.encode("utf-8", "replace").decode()
        for refused in REFUSALS:
            _judge_command(tally, run(fault, (*refused, typed)), refused)


@functools.cache
def _tour_together(texts: tuple[str, ...]) -> Shown:
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        fault = Fault(Path(folder) / "home", str(SEED), 0)
        furnish(fault.path, list(map(raw, texts)))
        return tour(fault, everywhere=False)


@row("markup that never opened: [/], [/, [/path]")
def test_row_60_closing_markup(tally: Tally) -> None:
    show(tally, MARKUP, SMALL)


@row("markup that acts: [@click=app.quit]")
def test_row_61_click_actions(tally: Tally) -> None:
    show(tally, CLICKS, SMALL)


@row("markup that links")
def test_row_62_links(tally: Tally) -> None:
    show(tally, LINKS, SMALL)


@row("OSC 52, 0, 2, 8: clipboard, window title, hyperlink")
def test_row_63_operating_system_commands(tally: Tally) -> None:
    show(tally, SYSTEM_COMMANDS, SMALL)


@row("CSI 6n, C1, DEL, BEL")
def test_row_64_control_characters(tally: Tally) -> None:
    show(tally, CONTROLS, SMALL)


@row("NUL")
def test_row_65_nul(tally: Tally) -> None:
    show(tally, NULS, SMALL)


@row("right-to-left overrides")
def test_row_66_right_to_left_override(tally: Tally) -> None:
    show(tally, OVERRIDES, SMALL)


@row("piles of combining marks")
def test_row_67_piles_of_marks(tally: Tally) -> None:
    show(tally, TOWERS, SMALL)


@row("lone surrogates")
def test_row_68_surrogates(tally: Tally) -> None:
    show(tally, SURROGATES, SMALL)


@row("a line of a megabyte")
def test_row_69_line_of_a_megabyte(tally: Tally) -> None:
    show(tally, ONE_LINE, LARGE)


@row("twenty thousand lines")
def test_row_70_twenty_thousand_lines(tally: Tally) -> None:
    show(tally, MANY_LINES, LARGE)


@row("twenty kilobytes of [a](")
def test_row_71_brackets(tally: Tally) -> None:
    show(tally, BRACKETS, LARGE)


@row("joined emoji, CJK, Arabic: shown as they are")
def test_row_72_other_scripts(tally: Tally) -> None:
    show(tally, SCRIPTS, SMALL)
    fault = tally.fault(99)
    for text in SCRIPTS:
        run(fault, ("log",), raw(text))
    listed = run(fault, ("list",)).raw.decode()
    tally.expect(all(text in listed for text in SCRIPTS), "a script is not shown as it is")


@row("a row that is not valid UTF-8")
def test_row_73_invalid_utf8(tally: Tally) -> None:
    damaged = (b"dam\xffged", b"\xc3\x28 \xa0\xa1", b"\xf0\x28\x8c\xbc", b"\xed\xa0\x80", b"\x9b6n")
    show_raw(tally, damaged)
    shown = tour(tally.fault(), everywhere=tally.is_long)
    judge(tally, shown, "the screens")
    tally.expect(shown.code == 0, f"the screens: exit code {shown.code}")


@row("the search language and FTS5's, mixed at random", short=400, long=20_000)
def test_row_74_queries(tally: Tally) -> None:
    faults = tally.faults()
    first = next(faults)
    with Journal.open(str(first.path), create=True) as journal:
        for text in ("tea with @Priya", "self-harm was spoken of", "家族"):
            journal.entries.keep(Draft(Moment(text)))
        _ask(tally, journal, first.random)
        for fault in faults:
            _ask(tally, journal, fault.random)
        tally.expect(len(journal.history.find("self-harm")) == 1, "self-harm is not found")


def _ask(tally: Tally, journal: Journal, chance: random.Random) -> None:
    parts = chance.choices(QUERY_PARTS, k=chance.randint(1, 6))
    typed = chance.choice(("", " ")).join(parts)
    ask: Callable[[str], object]
    for ask in (journal.history.find, journal.history.count, journal.history.has_best):
        try:
            ask(typed)
        except Exception as error:  # noqa: BLE001 - nothing a person types is an error
            tally.crashes += 1
            tally.broken.append(f"{typed!r}: {type(error).__name__}")
