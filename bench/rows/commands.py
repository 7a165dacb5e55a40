"""Targets 1 and 2: the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.peers import JRNL, LINE, SEARCHED, Jrnl, MissingError, name_of, ripgrep, sqlite_shell
from bench.row import Row, not_measured, times_as_long, times_faster
from bench.timing import paired
from tracejournal.words.cli import GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bench.setting import Setting
    from bench.timing import Process

FLOOR = "Python + SQLite"
OF_FLOOR, OF_FLOOR_STRETCHED, LARGE_OF_SMALL = 1.75, 3.0, 1.1
OF_PLAIN = 1.5
FASTER_EMPTY, FASTER_LARGE, FASTER_THAN_FILES = 5.0, 100.0, 15.0

_OPTIONS = ("--to", "Priya", "--supported", "8", "--condition", "time")
_DAILY = {
    "log": ("log", f"{LINE} #gratitude", *_OPTIONS),
    "today --oneline": ("today", "--oneline"),
    "search": ("search", SEARCHED),
}

_OTHERS = {
    "reflect": ("reflect", "What made it possible was that she had time."),
    "check-in": ("check-in", "--energy", "6", "--load", "4"),
    "today": ("today",),
    "list": ("list",),
    "show": ("show", "last"),
    "ask": ("ask",),
    "edit": ("edit", "last", "--supported"),
    "delete": ("delete", "last"),
    "trash": ("trash",),
    "seal": ("seal", "last"),
    "unseal": ("unseal", "last"),
    "prompts": ("prompts",),
    "export": ("export", "-"),
    "path": ("path",),
    "config": ("config",),
    "huddle": ("huddle",),
    "guided": ("guided",),
    "loops": ("loops",),
    "rest": ("rest",),
    "look-back": ("look-back", "--kind"),
    "experiment": ("experiment",),
    "report": ("report", "--want", "heard", "--supported"),
    "circle": ("circle",),
    "call": ("call",),
    "meetings": ("meetings",),
    "terms": ("terms",),
    "doctor": ("doctor",),
    "backup": ("backup",),
    "restore": ("restore",),
}
"""How the other commands are run. `edit` gets another number each time, to have something to do."""

_GROWS = {"export", "ask", "doctor", "backup", "restore"}
"""Commands that read all there is, so that they are run on a small journal."""

_WITHOUT_JOURNAL = {"--help", "log --help", "--version", "path", "config"}
"""What opens no journal, so that its size does not matter."""

_OF_THE_LOCK = {"lock", "unlock", "passphrase"}
"""Commands that take the second a passphrase costs: target 8 has what they do."""


def daily(setting: Setting) -> Iterator[Row]:
    """Yield what is done every day: keep, glance, find."""
    for name, words in _DAILY.items():
        yield from _against_floor(setting, name, words)
        yield from _against_jrnl(setting, name, words)
    yield from _against_searchers(setting)
    yield _into_letterbox(setting)


def _against_floor(setting: Setting, name: str, words: tuple[str, ...]) -> Iterator[Row]:
    small, largest = setting.small, setting.largest
    sizes = sorted({small, setting.large, largest})
    floor = setting.keeping_floor
    measures: dict[str, Callable[[], float]] = {"floor": floor.seconds}
    for size in sizes:
        measures[str(size)] = setting.ours(setting.home(size), *words).seconds
    found = paired(measures, setting.runs(25, 9))
    for size in sizes:
        label = f"{name}, {size:,} entries"
        yield times_as_long(1, label, found[str(size)], (FLOOR, found["floor"]), OF_FLOOR)
    label = f"{name}, {largest:,} entries"
    fewer = (f"{small:,} entries", found[str(small)])
    yield times_as_long(1, label, found[str(largest)], fewer, LARGE_OF_SMALL)


def _into_letterbox(setting: Setting) -> Row:
    """Return how long a locked journal takes to be written to, which opens nothing."""
    size, words = setting.small, _DAILY["log"]
    sealed = setting.ours(setting.locked_home(size), *words)
    plain = setting.ours(setting.home(size), *words)
    found = paired({"sealed": sealed.seconds, "plain": plain.seconds}, setting.runs(25, 9))
    against = ("log, not locked", found["plain"])
    return times_as_long(1, "log into the letterbox", found["sealed"], against, OF_PLAIN)


def _against_jrnl(setting: Setting, name: str, words: tuple[str, ...]) -> Iterator[Row]:
    for size, least in ((0, FASTER_EMPTY), (setting.middle, FASTER_LARGE)):
        if size == 0 and name == "search":
            continue  # nothing to find
        ours_size = setting.large if name == "search" else size
        label = f"{name}, {_entries(ours_size)}"
        try:
            jrnl = Jrnl(setting, size)
        except MissingError as missing:
            yield not_measured(1, f"{label}, against jrnl", str(missing))
            continue
        theirs = {"log": jrnl.keep, "search": jrnl.search}.get(name, jrnl.today)()
        ours = setting.ours(setting.home(ours_size), *words)
        runs = setting.runs(3, 1) if size else setting.runs(11, 5)
        found = paired({"ours": ours.seconds, "jrnl": theirs.seconds}, runs, int(size == 0))
        against = f"{name_of(JRNL)}, {_entries(size)}"
        yield times_faster(1, label, found["ours"], (against, found["jrnl"]), least)


def _entries(number: int) -> str:
    return f"{number:,} entries" if number else "a new journal"


def _against_searchers(setting: Setting) -> Iterator[Row]:
    size = setting.large
    label = f"search, {size:,} entries"
    ours = setting.ours(setting.home(size), *_DAILY["search"])
    searchers: dict[str, tuple[Callable[[], Process], float | None]] = {
        "ripgrep, a file an entry": (
            lambda: ripgrep(setting, size, by_day=False),
            setting.whole(FASTER_THAN_FILES),
        ),
        "ripgrep, a file a day": (lambda: ripgrep(setting, size, by_day=True), None),
        "the sqlite3 shell": (lambda: sqlite_shell(setting, size), None),
    }
    for name, (make, least) in searchers.items():
        try:
            theirs = make()
        except MissingError as missing:
            yield not_measured(1, f"{label}, against {name}", str(missing))
            continue
        found = paired({"ours": ours.seconds, "theirs": theirs.seconds}, setting.runs(11, 5))
        yield times_faster(1, label, found["ours"], (name, found["theirs"]), least)


def others(setting: Setting) -> Iterator[Row]:
    """Yield every other command there is, and the help."""
    home = setting.home(setting.largest)
    runs = setting.runs(15, 5)
    for _ in range(runs + 1):  # so that there is something to unseal each time
        setting.ours(home, "log", LINE).seconds()
        setting.ours(home, "seal", "last").seconds()
    for name in ("--help", "log --help", "--version", *_commands()):
        words = _OTHERS.get(name, tuple(name.split()))
        if name not in _OTHERS and "--" not in name:
            yield not_measured(2, name, "the bench does not know how to run it yet")
            continue
        size = setting.small if name in _GROWS else setting.largest
        run = _runner(setting, setting.home(size), name, words)
        found = paired({"ours": run, "floor": setting.keeping_floor.seconds}, runs)
        label = name if name in _WITHOUT_JOURNAL else f"{name}, {size:,} entries"
        floor = (FLOOR, found["floor"])
        yield times_as_long(2, label, found["ours"], floor, OF_FLOOR_STRETCHED)


def _commands() -> list[str]:
    """Return the commands that have no row among the daily ones, `today` without its option too."""
    elsewhere = _OF_THE_LOCK | {"log", "search"}
    return [name for _, commands in GROUPS for name, _ in commands if name not in elsewhere]


def _runner(setting: Setting, home: Path, name: str, words: tuple[str, ...]) -> Callable[[], float]:
    if name != "edit":
        return setting.ours(home, *words).seconds
    numbers = iter(range(1_000_000))
    return lambda: setting.ours(home, *words, str(next(numbers) % 11)).seconds()
