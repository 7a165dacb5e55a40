"""Every face there is: the commands and the screens, shown a journal full of hostile words."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, NamedTuple
from unittest import mock

from tests.faults.killing import Window
from tests.tui.scenes import HAPPENINGS, SCENES
from tracejournal.__main__ import main
from tracejournal.journal.journal import Journal
from tracejournal.model.draft import EDIT, MOMENT, REFLECTION, slot_of
from tracejournal.model.entry import CheckIn, Draft, Moment, Part, Reflection

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.faults.tally import Fault

COMMANDS = (
    ("list",),
    ("list", "--json"),
    ("list", "is:reflection"),
    ("search", "is:moment"),
    ("today",),
    ("today", "--oneline"),
    ("show", "last"),
    ("show", "last", "--json"),
    ("export",),
    ("export", "--format", "json"),
    ("trash",),
    ("prompts",),
    ("prompts", "--json"),
    ("call",),
    ("look-back", "--kind"),
    ("path",),
    ("config",),
    ("seal", "last"),
    ("unseal", "--last"),
    ("delete", "last", "--yes"),
)
"""Commands that show what is kept."""

REFUSALS = (
    ("log", "--kind"),
    ("log", "--on"),
    ("log", "--supported"),
    ("list", "--type"),
    ("show",),
    ("prompts", "hide"),
    ("export", "--format"),
    ("reflect", "--prompt"),
    ("call", "--region"),
    (),
)
"""Commands that repeat what was typed after them, to say that they cannot use it."""

KEPT_BY = (("log",), ("prompts", "add"), ("edit", "last"), ("reflect",), ("check-in", "--note"))
"""Commands that take words; those on standard input, where there is such a way."""

NAMED_KEYS = {
    "escape": "\x1b",
    "enter": "\r",
    "tab": "\t",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "at": "@",
    "slash": "/",
    "colon": ":",
    "minus": "-",
    "f1": "\x1bOP",
    "f4": "\x1bOS",
    "f6": "\x1b[17~",
    "f9": "\x1b[20~",
    "f12": "\x1b[24~",
}

SHORT_TOUR = (
    "today-typing",
    "today-list",
    "edit",
    "palette-found",
    "reflect",
    "history-reading",
    "history-trash",
    "calendar",
)
"""Where most of the words are shown, for every test run; the long form goes everywhere."""


class Shown(NamedTuple):
    """What a face put out.

    Attributes:
        code: its exit code.
        raw: all its bytes.
        lived: whether it was still there at the end of the tour.
    """

    code: int
    raw: bytes
    lived: bool = True


def furnish(path: Path, texts: Sequence[bytes]) -> None:
    """Fill a journal with hostile words everywhere, past the cleaning at the storage door."""
    with Journal.open(str(path), create=True) as journal:
        store = journal._store
        for text in texts:
            moment = journal.entries.keep(Draft(Moment("x with @Priya #tea", supported=5)))
            written = Reflection(parts=(Part("Q?", "A"),))
            reflection = journal.entries.keep(Draft(written))
            check_in = journal.entries.keep(Draft(CheckIn("n", energy=3)))
            gone = journal.entries.keep(Draft(Moment("gone")))
            away = journal.entries.keep(Draft(Moment("away")))
            for each in (moment, reflection, check_in, gone, away):
                store.run(
                    "UPDATE entries SET text = CAST(? AS TEXT) WHERE id = ?", (text, each.row)
                )
            store.run(
                "UPDATE parts SET question = CAST(? AS TEXT), answer = CAST(? AS TEXT)"
                " WHERE entry_id = ?",
                (text, text, reflection.row),
            )
            journal.entries.delete([gone.id])
            journal.entries.seal([away.id])
            words = text.decode("utf-8", "replace")
            for form, subject in ((MOMENT, ""), (REFLECTION, ""), (EDIT, moment.id)):
                journal.drafts.save(slot_of(form, subject, "1a2b"), {"text": words})
        for table in ("people", "tags"):
            store.run(f"UPDATE {table} SET name = CAST(? AS TEXT)", (texts[0][:80],))  # noqa: S608 - our own names


def run(fault: Fault, typed: Sequence[str], piped: bytes = b"") -> Shown:
    """Run a command through the front door, in this process."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    given = io.TextIOWrapper(io.BytesIO(piped), encoding="utf-8", errors="surrogateescape")
    with (
        mock.patch.dict(os.environ, fault.environment, clear=True),
        mock.patch.object(sys, "stdin", given),
        redirect_stdout(out),
        redirect_stderr(out),
    ):
        code = main(list(typed))
        out.flush()
    buffer = out.buffer
    assert isinstance(buffer, io.BytesIO)
    return Shown(code, buffer.getvalue())


def tour(fault: Fault, *, everywhere: bool) -> Shown:
    """Walk through the screens and dialogs in a real terminal, clicking where it says to click."""
    scenes = SCENES if everywhere else SHORT_TOUR
    with Window(environment=fault.environment, size=(100, 30)) as window:
        window.wait_for("Something to ponder")
        for scene in scenes:
            for key in SCENES[scene]:
                if key in HAPPENINGS:
                    continue
                window.type(_bytes_of(key))
                window.drain(0.03)
            window.drain(0.25)
            _click(window, "@click")
            window.type("\x1b")
            window.drain(0.08)
            window.type("\x1b" if scene != "hidden" else NAMED_KEYS["f12"])
            window.drain(0.08)
            window.type("\x1b1")
            window.drain(0.08)
            if window.process.poll() is not None:
                return Shown(window.wait_for_end(), window.raw, lived=False)
        window.press("ctrl+q")
        return Shown(window.wait_for_end(), window.raw)


def _click(window: Window, words: str) -> None:
    for line, text in enumerate(window.screen.display):
        column = text.find(words)
        if column >= 0:
            for ending in "Mm":
                window.type(f"\x1b[<0;{column + 2};{line + 1}{ending}")
            window.drain(0.08)
            return


def _bytes_of(key: str) -> str:
    if key in NAMED_KEYS:
        return NAMED_KEYS[key]
    modifier, _, letter = key.rpartition("+")
    if modifier == "ctrl":
        return chr(ord(letter) & 0x1F)
    return "\x1b" + letter if modifier == "alt" else key
