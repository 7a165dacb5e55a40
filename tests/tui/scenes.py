"""Every screen and dialog there is, and the keys that lead there: for snapshots and contrast."""

from __future__ import annotations

from datetime import date, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support import FakeClock
from tests.tui.locking import leave_notes, lock_journal
from tests.tui.looking_back import write_many
from tests.tui.support import house, in_journal, press, settle
from tracejournal import places
from tracejournal.exchange.brief import written
from tracejournal.journal.demo import fill_demo
from tracejournal.journal.demo_loops import fill_loops
from tracejournal.journal.lock import Lock, NewLock, new_lock
from tracejournal.journal.whereabouts import PRIVATE, Place, Whereabouts
from tracejournal.model.backup import Contents
from tracejournal.model.brief import Brief, Line, Section
from tracejournal.model.entry import Moment
from tracejournal.model.experiment import ExperimentDraft
from tracejournal.model.recurrence import Recurrence
from tracejournal.tui.screens.brief_file import LastLookDialog, WrittenDialog
from tracejournal.tui.screens.huddle import HuddleDialog
from tracejournal.tui.screens.lock_dialog import LockDialog
from tracejournal.tui.screens.lock_setup import set_up
from tracejournal.tui.screens.places import PlacesDialog
from tracejournal.tui.welcome import welcome
from tracejournal.tui.widgets.identifier_line import IdentifierLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tracejournal.journal.journal import Journal
    from tracejournal.tui.app import TracejournalApp

_PASSPHRASE = (*"three", "space", *"small", "space", *"boats")
_TWICE = (*_PASSPHRASE, "enter", *_PASSPHRASE, "enter")

SCENES: dict[str, tuple[str, ...]] = {
    "today": (),
    "today-typing": (*"Thanked", "space", "at", "P"),
    "today-details": ("tab", "right", "tab", "right", "tab", "right", "space", "tab", "tab", "7"),
    "today-further": ("tab", *["tab"] * 8, "right", "right", "tab", "right"),
    "today-list": ("escape", "down"),
    "today-resting": ("ctrl+t",),
    "pick": ("tab", "space"),
    "terms-add": ("tab", "space", *"tea", "space", *"ritual"),
    "terms-rename": ("tab", "space", "down", "ctrl+r", *["backspace"] * 22, *"laughter", "enter"),
    "terms-felt": (*["tab"] * 6, "space", *"warm", "ctrl+n"),
    "terms-hidden": ("tab", "space", "ctrl+x", "ctrl+x", "ctrl+t", "down"),
    "pick-several": (*["tab"] * 6, "space", "enter", "down", "enter"),
    "ask": ("tab", *["tab"] * 7, "space", *"noday", "enter"),
    "check-in": ("ctrl+g", "6"),
    "edit": ("escape", "e"),
    "help": ("f1",),
    "palette": ("ctrl+p",),
    "palette-found": ("ctrl+p", *"pro"),
    "hidden": ("f12",),
    "unlock": (*"three",),
    "unlock-wrong": (*"three", "enter"),
    "unlock-recovery": ("ctrl+r", *"AGE-SECRET-KEY-1"),
    "unlock-call": ("f3",),
    "look": ("ctrl+p", *"choose", "space", *"how", "enter"),
    "welcome-roles": ("[a newcomer]", "space", "down"),
    "welcome-private": ("[a newcomer]", "escape"),
    "welcome-look": ("[a newcomer]", "escape", "escape", "down"),
    "welcome-lock": ("[a newcomer]", *["escape"] * 3, "down"),
    "hint": (*"Sat", "space", *"with", "space", *"client", "space", *"Mary", "[typing rests]"),
    "settings": ("f9", "down"),
    "settings-lock": ("[locked]", "f9", "up"),
    "lock-why": ("[a lock]",),
    "lock-passphrase": ("[a lock]", "enter", *_PASSPHRASE, "enter", *"three"),
    "lock-recovery": ("[a lock]", "enter", *_TWICE),
    "lock-check": ("[a lock]", "enter", *_TWICE, "enter", *"gyv"),
    "lock-missed": ("[a lock]", "enter", *_TWICE, "enter", *"gyv6", "enter"),
    "lock-done": ("[a lock]", "enter", *_TWICE, "enter", *"gyv5", "enter"),
    "lock-list": ("[locked]", "f9", "up", "enter"),
    "lock-present": ("[locked]", "f9", "up", "enter", "enter", *"boats", "enter"),
    "call": ("f3",),
    "call-mine": ("f3", "a", *"Mary", "tab", *"085", "enter", "r", *"ire", "enter"),
    "call-form": ("f3", "a", *"Mary"),
    "look-back-ask": ("escape", "i"),
    "look-back": ("escape", "i", "enter", "down"),
    "look-back-reading": ("escape", "i", "enter", "down", "enter"),
    "rest-ask": ("escape", "r"),
    "rest": ("escape", "r", "enter"),
    "calendar-leave": (
        "f6",
        "m",
        "left",
        *["left"] * 3,
        "r",
        *["down"] * 3,
        "enter",
        *"friday",
        "enter",
    ),
    "circle": ("alt+5", "j"),
    "circle-resting": ("alt+5", *["j"] * 6, "K"),
    "circle-closer": ("alt+5", "enter", "down"),
    "circle-reading": ("alt+5", "enter", "enter"),
    "circle-outside": ("alt+5", "end"),
    "circle-form": ("alt+5", "a", *"a", "space", *"colleague", "tab", "tab", "right"),
    "circle-rest": ("alt+5", "z", "down"),
    "circle-rhythm": ("alt+5", "r", "end", *["backspace"] * 4, "enter"),
    "circle-merge": ("alt+5", "M", *"dana", "enter"),
    "loops": ("[loops]", "alt+l"),
    "loops-closed": ("[loops]", "alt+l", "x", "down", "enter", "v"),
    "loops-empty": ("alt+l",),
    "loops-new": ("alt+l", "n"),
    "loops-concern": ("alt+l", "n", "enter", *"Late", "space", *"calls", "tab", "tab", "right"),
    "loops-none-yet": ("alt+l", "n", "enter", "tab", "tab", "right", "right"),
    "loops-promise": ("alt+l", "n", "down", "enter", *"Rota", *["tab"] * 3, *"soon", "enter"),
    "loops-heard": ("alt+l", "n", *"told", "enter", "tab"),
    "loops-note": ("[loops]", "alt+l", "down", "down", "a", "tab", "right"),
    "loops-move": ("[loops]", "alt+l", "m"),
    "loops-close": ("[loops]", "alt+l", "x"),
    "loops-today": ("[loops]", "[a change]"),
    "pause": ("f5",),
    "pause-feet": ("f5", "2"),
    "reflect": ("alt+2",),
    "history": ("alt+3",),
    "own-prompt": (
        "alt+2",
        "escape",
        "a",
        *"Who",
        "space",
        *"is",
        "space",
        *"the",
        "space",
        *"client",
    ),
    "change-prompt": ("alt+2", "escape", "e", "tab", "tab", "tab"),
    "topics": ("alt+2", "escape", "t", "down", "enter", "down", "enter"),
    "reflect-resting": ("alt+2", "escape", "t", "enter", "down", "down", "enter", "escape"),
    "deep-prompt": ("alt+2", "escape", "slash", *"alone", "enter"),
    "history-trash": ("alt+3", "f", *"trash", "enter"),
    "history-nothing": ("alt+3", "slash", *"zzzz"),
    "history-reading": ("alt+3", "down", "enter"),
    "history-completing": ("alt+3", "slash", *"team", "space", *"kind", "colon"),
    "history-best": ("alt+3", "slash", *"and", "enter", "o", "down"),
    "history-many": ("alt+3", "pagedown", "pagedown"),
    "history-hint": ("alt+3", "slash", *"on", "colon", *"2026-02-30", "enter"),
    "calendar": ("alt+3", "y", "left", "up", "up"),
    "calendar-supported": ("alt+3", "y", "f", "f", "left"),
    "calendar-month": ("alt+3", "y", "m", "left", "left"),
    "patterns": ("alt+4", "down", "down", "down", "down"),
    "patterns-numbers": ("alt+4", "f", "pagedown", "pagedown"),
    "patterns-weeks": ("alt+4", "tab", "down"),
    "patterns-ways": ("alt+4", "tab", "tab"),
    "patterns-company": ("alt+4", "shift+tab"),
    "patterns-behind": ("alt+4", "down", "down", "down", "down", "enter"),
    "patterns-reading": ("alt+4", "enter"),
    "patterns-period": ("alt+4", "p", "down"),
    "patterns-few": ("alt+4", "p", *"30", "enter"),
    "earlier": ("escape", "e", *"Today", "ctrl+s", "e", "f8"),
    "unfinished": ("[drafts wait]", "escape", "w", "down"),
    "meanwhile": ("escape", "e", *"Today", "[changed elsewhere]", "ctrl+s"),
    "places": ("[found]",),
    "places-locked": ("[found locked]",),
    "experiment-form": ("alt+x", *"A", "space", *"walk", "tab", "right", "tab"),
    "experiment-runs": ("[an experiment runs]", "alt+x"),
    "experiment-result": ("[an experiment is over]", "alt+x"),
    "today-experiment": ("[an experiment runs]", "alt+3", "alt+1"),
    "guided-choose": ("alt+g",),
    "guided": ("alt+g", "enter", *"Late", "space", *"calls", "tab"),
    "guided-ways": ("alt+g", "down", "down", "enter", "tab", "tab"),
    "guided-chosen": ("alt+g", "down", "down", "enter", "tab", "tab", "2", "shift+tab"),
    "guided-end": ("alt+g", "enter", *"Late", "space", *"calls", "tab", "tab", "tab"),
    "guided-offered": ("[guided begun]", "alt+g", "enter"),
    "own-steps": ("alt+g", "up", "enter", *"After", "space", *"court"),
    "brief": ("alt+r",),
    "brief-ticked": (
        "alt+r",
        *("down", "space", "down", "space", *["down"] * 3, "space"),
        *(*"Thursdays", "enter", *["down"] * 2, "space", "down"),
        *("down", "space", "down", "space", "down", "down", "space", "down", "space"),
        *("down", "space"),
    ),
    "brief-preview": ("alt+r", "down", "space", "v"),
    "brief-line": ("alt+r", *["down"] * 5, "a", *"Thursdays", "space", *"with", "space", *"Mary"),
    "brief-days": ("alt+r", "p", "down"),
    "brief-last-look": ("[a last look]",),
    "brief-written": ("[written]",),
    "huddle-start": ("f7",),
    "huddle-start-again": ("[huddle begun]", "f7"),
    "huddle": ("f7", "1", *"Tired", "enter", "ctrl+t"),
    "huddle-solo": ("f7", "2", "tab", "tab", "tab", "ctrl+t", "ctrl+t"),
    "huddle-need": ("f7", "1", *["tab"] * 4, "ctrl+t", "[seven minutes]"),
    "huddle-end": ("f7", "1", *"Tired", "tab", "tab", "at", *"Sam", *["tab"] * 4, *"Home", "tab"),
    "meetings-empty": ("[no meetings]", "alt+m"),
    "meetings": ("alt+m", "down"),
    "meetings-form": ("alt+m", "n", "tab", "at", *"Jo", "tab", *"every", "space", *"tue"),
    "meetings-held": ("[meeting today]", "alt+m", "h", *"Warm"),
    "meetings-dropped": ("alt+m", "down", "d", "down"),
    "meetings-survived": ("alt+m", "down", "enter", "down"),
    "today-meeting": ("[meeting today]",),
    "today-asked-after": ("[asked after]",),
}
"""Name of the scene → keys from the opening on, and happenings between them."""

_HOME = "/home/sam/.local/share/tracejournal"


def _drafts_wait(_app: TracejournalApp) -> None:
    def save(journal: Journal) -> None:
        for number, (slot, text) in enumerate(
            {
                "moment::1a": "Asked @Jo how the court day went, and",
                "reflection:most-supported:2b": "She stayed until the report was done. What made"
                " it possible was that nobody asked either of us to justify the hour.",
                "check-in::3c": "",
            }.items()
        ):
            journal.drafts.save(slot, {"text": text, "energy": number})

    in_journal(save, FakeClock())


def _changed_elsewhere(_app: TracejournalApp) -> None:
    def change(journal: Journal) -> None:
        newest = next(iter(journal.history.entries("is:moment")))
        journal.entries.revise(newest.id, Moment("Changed in another window"))

    in_journal(change, FakeClock("2026-11-23T08:43"))


def _found_locked(app: TracejournalApp) -> None:
    found = _whereabouts(app).replace(
        is_locked=True,
        plain_copies=0,
        lock=Place(f"{_HOME}/lock", 2_200, PRIVATE),
        ways=("passphrase", "recovery"),
        letterbox=Place(f"{_HOME}/letterbox", 900, PRIVATE),
        waiting=2,
    )
    app.push_screen(PlacesDialog(found))


def _found(app: TracejournalApp) -> None:
    app.push_screen(PlacesDialog(_whereabouts(app)))


def _whereabouts(app: TracejournalApp) -> Whereabouts:
    # Sizes and paths of a real home differ from run to run.
    clock = app.clock
    holds = Contents(204, clock.today())
    return Whereabouts(
        journal=Place(f"{_HOME}/journal.db", 614_400, PRIVATE),
        holds=holds,
        backups=Place(f"{_HOME}/backups", 7_200_000, PRIVATE),
        copies=14,
        newest_at=clock.local_now(),
        newest_holds=holds,
        settings=Place("/home/sam/.config/tracejournal/config.toml", 120, PRIVATE),
        state=Place("/home/sam/.local/state/tracejournal"),
        unfinished=(Place("/run/user/1000/tracejournal-x2f", 310, PRIVATE),),
        engine="3.50.4",
        plain_copies=14,
    )


def _no_meetings(_app: TracejournalApp) -> None:
    for meeting in in_journal(lambda journal: journal.meetings.all(), FakeClock()):
        in_journal(partial(_remove, meeting.id), FakeClock())


def _remove(meeting_id: str, journal: Journal) -> None:
    journal.meetings.remove(meeting_id)


def _meeting(first: date) -> Callable[[TracejournalApp], None]:
    def plan(app: TracejournalApp) -> None:
        recurrence = Recurrence(first, 1, at=time(14))
        said = {"recurrence": recurrence, "kind": "mentorship", "people": ["Priya"], "asks": True}
        in_journal(lambda journal: journal.meetings.add(said), FakeClock())
        app.run_worker(app.publish_change())

    return plan


def _newcomer(app: TracejournalApp) -> None:
    app.is_first_run = True
    app.run_worker(welcome(app))


def _begun(slot: str) -> Callable[[TracejournalApp], None]:
    answers = ["Half a thought about the week", "", ""]
    fields = {"text": answers[0], "answers": answers, "step": 1}
    return lambda _app: in_journal(lambda journal: journal.drafts.save(slot, fields), FakeClock())


def _seven_minutes(app: TracejournalApp) -> None:
    assert isinstance(app.clock, FakeClock)
    app.clock.pass_time(minutes=7, seconds=20)
    assert isinstance(app.screen, HuddleDialog)
    app.screen._follow_timer()


def _typing_rests(app: TracejournalApp) -> None:
    app.screen.query_one(IdentifierLine).look_now()


def _change_seen(app: TracejournalApp) -> None:
    app.run_worker(app.publish_change())


def _experiment(starts_on: date) -> Callable[[TracejournalApp], None]:
    draft = ExperimentDraft("a huddle after hard sessions", starts_on, kind="huddle", drawn=True)

    def declare(_app: TracejournalApp) -> None:
        in_journal(lambda journal: journal.experiments.declare(draft, drawn_from=2), FakeClock())

    return declare


def _last_look(app: TracejournalApp) -> None:
    # The home of a test has another name each time.
    text = written(Brief("", (Section("want", (Line("To be heard"),)),)), "md")
    app.push_screen(LastLookDialog(text, "/home/sam/Documents/for-supervision.md"))


def _written(app: TracejournalApp) -> None:
    app.push_screen(WrittenDialog("/home/sam/Documents/for-supervision.html"))


RECOVERY_KEY = "AGE-SECRET-KEY-1GH9RDJREJCY8V5RWTCU948KSNFUQ6Y45K2K040WPQ2CWGUSDACLQYAGYV5"
"""It opens nothing but the journals of these scenes."""


def _a_lock(app: TracejournalApp) -> None:
    way = partial(set_up, new=lambda passphrase: NewLock(passphrase, RECOVERY_KEY))
    app.push_screen(LockDialog(way))


async def lock_now(app: TracejournalApp) -> NewLock:
    """Lock the journal that an app has open, and return what opens it."""
    new = new_lock("three small boats")
    await app.journal.away(lambda: Lock(app.clock).lock(new))
    return new


def _locked(app: TracejournalApp) -> None:
    app.run_worker(lock_now(app))


HAPPENINGS: dict[str, Callable[[TracejournalApp], None]] = {
    "[drafts wait]": _drafts_wait,
    "[changed elsewhere]": _changed_elsewhere,
    "[found]": _found,
    "[found locked]": _found_locked,
    "[a lock]": _a_lock,
    "[locked]": _locked,
    "[no meetings]": _no_meetings,
    "[meeting today]": _meeting(date(2026, 11, 23)),
    "[asked after]": _meeting(date(2026, 11, 22)),
    "[a newcomer]": _newcomer,
    "[guided begun]": _begun("guided:what-now:1a"),
    "[huddle begun]": _begun("huddle:together:1a"),
    "[loops]": lambda _app: in_journal(fill_loops, FakeClock()),
    "[a change]": _change_seen,
    "[seven minutes]": _seven_minutes,
    "[typing rests]": _typing_rests,
    "[an experiment runs]": _experiment(date(2026, 11, 23)),
    "[an experiment is over]": _experiment(date(2026, 10, 12)),
    "[a last look]": _last_look,
    "[written]": _written,
}
"""What is no key."""


async def play(pilot: Pilot[int], scene: str) -> None:
    """Do what leads to a scene."""
    for step in SCENES[scene]:
        if step in HAPPENINGS:
            HAPPENINGS[step](house(pilot))
            await settle(pilot)
        else:
            await press(pilot, step)


LONG = {"history-many"}
"""Scenes with very many entries."""


def furnish(scene: str = "") -> FakeClock:
    """Fill the journal of this test's home with the demo, and return its clock."""
    clock = FakeClock()
    if scene in LONG:
        path = Path(places.journal_file())
        path.parent.mkdir(mode=0o700, parents=True)
        write_many(path)
    else:
        in_journal(fill_demo, clock)
    if scene.startswith("unlock"):
        lock_journal()
        leave_notes(2)
    return clock
