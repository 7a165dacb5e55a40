"""Targets 3, 4 and 7: the full screen, in a real pty."""

from __future__ import annotations

import statistics
import time
from functools import partial
from typing import TYPE_CHECKING

from bench.peers import HARLEQUIN, LINE, POSTING, MissingError, full_screen, name_of
from bench.row import Row, not_measured, times_as_long, times_faster
from bench.terminals import Terminal
from bench.timing import paired, percentile_95
from tracejournal.journal.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bench.setting import Setting

OF_RAW_ANSI, OF_EMPTY_APP, FASTER_THAN_PEERS = 1.2, 1.2, 3.0
MOST_MS_FIRST, MOST_MS_AGAIN = 50.0, 20.0
MOST_MS_A_KEY, MOST_MS_A_PAGE, MOST_MS_A_LETTER = 12.0, 35.0, 60.0
MOST_MS_FIRST_NUMBERS = 1_000.0
OF_EMPTY_MEMORY, OF_SMALL_MEMORY = 1.3, 1.1
MOST_WAKE_UPS, MOST_CPU_PERCENT = 1.0, 0.5

LETTER = "ø"
"""A letter that stands on none of the screens by itself."""

_EMPTY_APP = "an empty Textual app"
_WHOLE_SCREEN = 1_500
"""Bytes of a frame that shows another screen; a key that lights up takes a few dozen."""

_WIDE = (120, 36)
_QUIET_AFTER_KEY = 0.08
_SEARCHES = (
    *("supervision", "interpreter", "kettle", "hawthorn", "court", "medlar", "juniper", "printer"),
    *("overdue", "volunteers", "quince gardens", "bus strike", "flu clinic", "medication round"),
    *("on:2019", "on:2012-03", "@zoë", "@chidi", "@union_rep", "#music", "#waiting-list"),
)
_FIRST_NUMBERS = " rated of "
_SEEN = 16
"""Characters at the beginning of an entry by which it is known on the screen."""


def _with_today(setting: Setting, size: int) -> Path:
    """Return a home in which a little was kept today, and backed up, as there is by noon."""
    home = setting.home(size, "screen")
    marker = home / "today"
    if not marker.exists():
        for number in range(3):
            setting.ours(home, "log", f"{LINE} {number}", "--supported", "7").seconds()
        setting.ours(home, "backup").seconds()
        marker.touch()
    return home


def start(setting: Setting) -> Iterator[Row]:
    """Yield how soon something shows, and how soon a typed letter does."""
    yield from _first_paint(setting)
    yield from _ready(setting)


def _first_paint(setting: Setting) -> Iterator[Row]:
    size = setting.largest
    home = _with_today(setting, size)
    commands: dict[str, Sequence[str | Path]] = {
        "ours": [setting.tracejournal],
        "floor": setting.floor("paint"),
    }
    measures = {
        name: partial(_seconds_to_words, command, setting.environment(home))
        for name, command in commands.items()
    }
    found = paired(measures, setting.runs(21, 7))
    label = f"something to see, {size:,} entries"
    floor = ("raw ANSI from Python", found["floor"])
    yield times_as_long(3, label, found["ours"], floor, OF_RAW_ANSI)


def _ready(setting: Setting) -> Iterator[Row]:
    sizes = (setting.small, setting.largest)
    commands: dict[str, tuple[Sequence[str | Path], Path]] = {
        str(size): ([setting.tracejournal], _with_today(setting, size)) for size in sizes
    }
    commands["empty"] = (setting.empty_app, setting.scratch)
    measures = {
        name: partial(_seconds_to_letter, command, setting.environment(home))
        for name, (command, home) in commands.items()
    }
    found = paired(measures, setting.runs(21, 7))
    for size in sizes:
        label = f"a typed letter shows, {size:,} entries"
        empty = (_EMPTY_APP, found["empty"])
        yield times_as_long(3, label, found[str(size)], empty, OF_EMPTY_APP)
    for requirements in (POSTING, HARLEQUIN):
        yield _against_full_screen(setting, requirements)


def _against_full_screen(setting: Setting, requirements: tuple[str, ...]) -> Row:
    size = setting.largest
    label = f"a typed letter shows, {size:,} entries"
    name = name_of(requirements)
    try:
        theirs = full_screen(setting, requirements)
    except MissingError as missing:
        return not_measured(3, f"{label}, against {name}", str(missing))
    environment = setting.environment(_with_today(setting, size))
    measures = {
        "ours": partial(_seconds_to_letter, [setting.tracejournal], environment),
        "theirs": partial(_seconds_to_letter, theirs, environment),
    }
    found = paired(measures, setting.runs(9, 3))
    return times_faster(3, label, found["ours"], (name, found["theirs"]), FASTER_THAN_PEERS)


def _seconds_to_words(command: Sequence[str | Path], environment: dict[str, str]) -> float:
    with Terminal(command, environment) as terminal:
        return terminal.wait_for_words()


def _seconds_to_letter(command: Sequence[str | Path], environment: dict[str, str]) -> float:
    with Terminal(command, environment) as terminal:
        return terminal.wait_for_letter(LETTER)


def _open(setting: Setting, size: int, shape: tuple[int, int] = _WIDE) -> Terminal:
    """Return ours, started and settled."""
    environment = setting.environment(_with_today(setting, size))
    terminal = Terminal([setting.tracejournal], environment, shape)
    terminal.wait_for_frame()
    terminal.settle(0.5)
    return terminal


def switch(setting: Setting) -> Iterator[Row]:
    """Yield how long it takes to another screen, the first time and again.

    By Alt and a digit, which work everywhere, and by the digit alone, after stepping out of the
    text. Textual waits before it believes that an Escape was one; Alt begins with one, too.
    """
    for alt, way in (("alt+", "Alt and a digit"), ("", "a digit")):
        first: list[float] = []
        again: list[float] = []
        for _ in range(setting.runs(7, 2)):
            with _open(setting, setting.largest) as terminal:
                first += [_switched(terminal, alt, digit) for digit in "23"]
                again += [_switched(terminal, alt, digit) for digit in "123"]
        for name, found, limit in (
            ("first visit", first, MOST_MS_FIRST),
            ("again", again, MOST_MS_AGAIN),
        ):
            label = f"another screen by {way}, {name}, {setting.largest:,} entries"
            yield Row(3, label, statistics.median(found) * 1000, limit=limit)


def _switched(terminal: Terminal, alt: str, digit: str) -> float:
    if not alt:
        terminal.press("escape")
        terminal.settle(0.3)
    at = terminal.press(alt + digit)
    seconds = terminal.wait_for_frame(_WHOLE_SCREEN) - at
    terminal.settle(0.3)
    return seconds


def history(setting: Setting) -> Iterator[Row]:
    """Yield moving and searching in History, and the memory it holds afterwards."""
    memory = {}
    for size in (setting.small, setting.largest):
        with _open(setting, size) as terminal:
            terminal.press("alt+3")
            terminal.settle(0.5)
            is_large = size == setting.largest  # a small one ends before so many pages
            moved = {
                "a key": _frames(terminal, "down", setting.runs(200, 60) if is_large else 20),
                "a page": _frames(terminal, "page down", setting.runs(60, 12) if is_large else 10),
            }
            typed = _letters(terminal, setting, size)
            memory[size] = terminal.memory()
    for name, limit in (("a key", MOST_MS_A_KEY), ("a page", MOST_MS_A_PAGE)):
        label = f"History, {name} to its paint, p95, {size:,} entries"
        yield Row(4, label, percentile_95(moved[name]) * 1000, limit=limit)
    yield Row(
        4,
        f"History, a letter to its hits on the screen, p95, {size:,} entries",
        percentile_95(typed) * 1000,
        limit=MOST_MS_A_LETTER,
    )
    yield from _memory(setting, memory)


def _frames(terminal: Terminal, key: str, times: int) -> list[float]:
    found = []
    for _ in range(times):
        at = terminal.press(key)
        found.append(terminal.wait_for_frame() - at)
        terminal.settle(_QUIET_AFTER_KEY)
    return found


def _letters(terminal: Terminal, setting: Setting, size: int) -> list[float]:
    """Type some searches and return the times of the letters that change what stands on top."""
    terminal.press("/")
    terminal.settle()
    found = []
    journal_file = _with_today(setting, size) / "data" / "journal.db"
    with Journal.open(str(journal_file)) as journal:
        for search in _SEARCHES[:: setting.runs(1, 2)]:
            on_top = _on_top(journal, "")
            for end, letter in enumerate(search, 1):
                before, on_top = on_top, _on_top(journal, search[:end])
                at = terminal.press(letter)
                if on_top not in ("", before):
                    found.append(terminal.wait_for(on_top) - at)
                terminal.settle()
            terminal.press("ctrl+u")  # empties the line
            terminal.settle(0.3)
    return found


def _on_top(journal: Journal, typed: str) -> str:
    """Return how the newest entry that a search finds begins, or "" where it finds none."""
    rows = journal.history.find(typed, limit=1)
    return journal.history.lines(rows)[rows[0]].text[:_SEEN].rstrip() if rows else ""


def _memory(setting: Setting, memory: dict[int, float]) -> Iterator[Row]:
    with Terminal(setting.empty_app, setting.environment(setting.scratch), _WIDE) as terminal:
        terminal.wait_for_frame()
        terminal.settle(0.5)
        empty = terminal.memory()
    small, largest = memory[setting.small], memory[setting.largest]
    label = f"memory after all this, {setting.largest:,} entries"
    for against, other, limit in (
        (_EMPTY_APP, empty, OF_EMPTY_MEMORY),
        (f"{setting.small:,} entries", small, OF_SMALL_MEMORY),
    ):
        yield Row(4, label, largest, "MiB", against, other, largest / other, limit)


def patterns(setting: Setting) -> Iterator[Row]:
    """Yield when Patterns shows its first numbers, and what a key takes while it still counts."""
    for size in sorted({setting.middle, setting.largest}):
        shown, turned = [], []
        for _ in range(setting.runs(5, 2)):
            with _open(setting, size) as terminal:
                at = terminal.press("alt+4")
                shown.append(terminal.wait_for(_FIRST_NUMBERS) - at)
                at = terminal.press("right")
                turned.append(terminal.wait_for_frame() - at)
        yield Row(
            5,
            f"Patterns, first numbers on the screen, {size:,} entries",
            statistics.median(shown) * 1000,
            limit=MOST_MS_FIRST_NUMBERS,
        )
        label = f"Patterns, a key to its paint while it counts, {size:,} entries"
        yield Row(5, label, statistics.median(turned) * 1000, limit=MOST_MS_FIRST)


def idle(setting: Setting) -> Iterator[Row]:
    """Yield what the program does while nobody does anything: Today, then History."""
    seconds = setting.runs(30, 10)
    for name, key in (("Today", "alt+1"), ("History", "alt+3")):
        with _open(setting, setting.largest) as terminal:
            terminal.press(key)
            terminal.settle(1.0)
            ticks, wakes = _awake(terminal, seconds)
        label = f"{name} left alone for {seconds} s"
        yield Row(7, f"{label}, times it woke", wakes, "times", limit=MOST_WAKE_UPS)
        yield Row(7, f"{label}, CPU", ticks / seconds, "%", limit=MOST_CPU_PERCENT)


def _awake(terminal: Terminal, seconds: float) -> tuple[int, int]:
    """Return the ticks of CPU time (hundredths of a second), and how often it woke.

    What wakes several threads at once, or goes on for more than a tenth of a second, is one waking.
    """
    first_ticks, sleeps = terminal.activity()
    ticks, wakes, was_awake = first_ticks, 0, False
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        terminal.read(0.1)
        ticks, slept = terminal.activity()
        is_awake = slept != sleeps
        wakes += is_awake and not was_awake
        sleeps, was_awake = slept, is_awake
    return ticks - first_ticks, wakes
