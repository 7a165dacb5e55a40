"""The app: lifecycle alone. Screens do the rest."""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual import screen as textual_screen
from textual.command import CommandPalette
from textual.signal import Signal

from tracejournal import places
from tracejournal.tui import system
from tracejournal.tui.anywhere import show_help, show_palette, toggle
from tracejournal.tui.caretaker import Caretaker
from tracejournal.tui.commands import APP, MODIFIED, bindings
from tracejournal.tui.doors import begin, may_begin
from tracejournal.tui.house_app import HouseApp
from tracejournal.tui.journal_thread import JournalThread
from tracejournal.tui.leaving import keepers_on, leave
from tracejournal.tui.locking import Locking
from tracejournal.tui.rooms import make_screen, read_ahead
from tracejournal.tui.screens.base import HouseScreen, Room
from tracejournal.tui.settings import check_settings
from tracejournal.tui.terminal_keys import (
    let_alt_digits_through,
    let_early_enter_through,
    letters_arrived,
)
from tracejournal.tui.terminal_wall import TerminalWall
from tracejournal.tui.undo import Change, UndoStack, do_again, take_back
from tracejournal.tui.welcome import welcome
from tracejournal.words import house

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import PurePath

    from textual.binding import BindingType
    from textual.command import Provider
    from textual.driver import Driver

    from tracejournal.config import Config
    from tracejournal.journal.journal import Journal
    from tracejournal.model.clock import Clock
    from tracejournal.tui.draft_keeper import DraftKeeper
    from tracejournal.tui.skeleton import Skeleton

_MINUTE = 60.0
_GARBAGE = 10_000
"""Objects made between two looks for garbage: a frame makes thousands, and hardly any garbage."""
_FRAME = 1 / 240
"""Least seconds between two paints: a letter waits no longer for the one before it."""


def _house_commands() -> type[Provider]:
    from tracejournal.tui.palette import HouseCommands  # noqa: PLC0415 - when the palette opens

    return HouseCommands


class TracejournalApp(HouseApp):
    """One sitting with the journal.

    Args:
        clock: what now is.
        config: what the person chose.
        skeleton: what stands on the terminal until the app does.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["house.tcss", "screens/today.tcss"]
    TITLE = house.NAME
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_house_commands}
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(APP))

    def __init__(self, clock: Clock, config: Config, skeleton: Skeleton | None = None) -> None:
        """Prepare everything that needs no journal; that is opened after the first paint."""
        super().__init__(config.theme)
        self.skeleton = skeleton
        self.clock = clock
        self.config = config
        self.caretaker = Caretaker(self)
        self.journal = JournalThread(self._open_journal, self.caretaker.aside)
        self.locking = Locking(self)
        self.journal_changed: Signal[int] = Signal(self, "journal-changed")
        self.settings_changed: Signal[str] = Signal(self, "settings-changed")
        self.minute_passed: Signal[None] = Signal(self, "minute-passed")
        self.undo_stack = UndoStack()
        self.is_first_run = False
        self._change_count = 0
        self._filters.append(TerminalWall())
        self.animation_level = "full" if config.motion else "none"
        self.set_class(not config.ratings, "-no-ratings")  # rows of numbers are nowhere then
        self.set_keymap(dict(config.keys))

    def get_driver_class(self) -> type[Driver]:
        """Take our own where there is one for this system."""
        if sys.platform == "win32":
            return super().get_driver_class()
        from tracejournal.tui.terminal_driver import TerminalDriver  # noqa: PLC0415 - not on Windows

        return TerminalDriver

    def typed_ahead(self) -> str:
        """Return the letters typed before there was a line for them; listen from now on.

        What came after the first key that is no letter follows by itself.
        """
        let_in = getattr(self._driver, "let_keys_in", None)  # none on Windows and in tests
        return str(let_in()) if let_in else ""

    def _open_journal(self) -> Journal:
        from tracejournal.journal.journal import Journal  # noqa: PLC0415 - after the first paint

        journal = Journal.open(
            clock=self.clock, create=True, wishes=lambda: self.config.prompt_wishes
        )
        journal.learn_terms()
        self.locking.has_lock = journal.is_locked
        return journal

    def get_default_screen(self) -> Room[None]:
        """Begin with Today, the only screen that is made at once; or before a locked journal."""
        screen = self.locking.first_screen() or self.installed("today")
        # Textual notes this for every screen but the first, and misses it when that is left.
        screen._push_result_callback(screen, None)  # noqa: SLF001 - there is no other way
        return screen

    async def on_event(self, event: events.Event) -> None:
        """Let letters arrive before the command that was typed after them.

        A command key is followed at once, while letters wait their turn with the text: of
        `Thanks a lot` and Ctrl+Q in one go, as a slow line sends them, nothing was saved.
        """
        if self.locking.takes(event):
            return
        if (
            isinstance(event, events.Key)
            and not event.is_forwarded
            and event.key.startswith(MODIFIED)
        ):
            await letters_arrived(self)
        await super().on_event(event)

    def on_mount(self) -> None:
        """Listen to the system, and wake once a minute."""
        if not self.is_headless:
            system.listen(self)
        if self.skeleton:
            self.skeleton.let_go()  # from here on the app itself gives the terminal back
        self.set_timer(_MINUTE - self.clock.local_now().second, self._follow_minutes)

    def stands(self) -> None:
        """Do what could wait until the first screen stands."""
        _let_garbage_go_again()
        self.run_worker(welcome(self), name="welcome")
        if not self.is_headless:
            system.note_hard_crashes()
        self.run_worker(self.caretaker.begin(), name="backups")
        self.run_worker(read_ahead(self), name="read ahead")

    def installed(self, name: str) -> HouseScreen:
        """Return a screen by its name; it is made when it is first asked for."""
        if not self.is_screen_installed(name):
            self.install_screen(make_screen(name), name)
        return self.get_screen(name, HouseScreen)

    async def go(self, name: str) -> HouseScreen:
        """Show a screen by its name and return it; while the journal is locked, not yet."""
        await self.may_show.wait()
        screen = self.installed(name)
        if self.screen is not screen:
            await self.switch_screen(screen)
        return screen

    async def publish_change(self) -> None:
        """Tell the screens that the journal changed, if it did, here or elsewhere."""
        if self.journal.is_locked:
            return
        known = self._change_count

        def look(journal: Journal) -> int:
            count = journal.change_count()
            if count != known:
                journal.learn_terms()
            return count

        count = await self.journal.ask(look)
        if count != known:
            self._change_count = count
            self.journal_changed.publish(count)

    async def change(
        self, what: str, do: Callable[[Journal], object], undo: Callable[[Journal], object]
    ) -> None:
        """Make a change that can be taken back, and tell the screens.

        Args:
            what: what it is, in words.
            do: the use case that makes it, and makes it again.
            undo: the use case that takes it back.

        Raises:
            JournalError: nothing was changed.
        """
        await self.journal.ask(do)
        self.undo_stack.push(Change(what, undo, do))
        await self.publish_change()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave screens alone while a dialog is open; the palette only asks on their behalf."""
        if not self.locking.allows(action):
            return False
        if action == "begin":
            return may_begin(self, str(parameters[0]))
        if action in ("go", "undo", "redo"):
            return self.takes_commands
        return super().check_action(action, parameters)

    @property
    def takes_commands(self) -> bool:
        """Whether a screen is in front; the palette speaks for what is behind it."""
        behind = [each for each in self.screen_stack if not isinstance(each, CommandPalette)]
        return not behind[-1].is_modal

    async def action_go(self, name: str) -> None:
        """Show another screen."""
        await self.go(name)

    def action_over(self, name: str) -> None:
        """Show what stands over everything, such as the pause, or go back; from anywhere."""
        toggle(self, name)

    def action_lock(self) -> None:
        """Lock the journal now; of one that has no lock, say how to set one up."""
        self.locking.lock_now()

    def action_command_palette(self) -> None:
        """Open the palette."""
        show_palette(self)

    def action_help(self) -> None:
        """Show the keys that work where the help was asked for."""
        show_help(self)

    @work
    async def action_begin(self, name: str) -> None:
        """Begin a check-in, a huddle or another thing that works from everywhere."""
        await begin(self, name)

    async def action_undo(self) -> None:
        """Take back the last change of this sitting."""
        await take_back(self)

    async def action_redo(self) -> None:
        """Do again what was taken back last."""
        await do_again(self)

    def action_help_quit(self) -> None:
        """Say how to leave to someone who tried Ctrl+C."""
        self.say(house.HOW_TO_LEAVE)

    async def action_keep_draft_and_quit(self) -> None:
        """Save what is unfinished, then leave; from anywhere, dialogs too."""
        await leave(self)

    def leave(self, number: int) -> None:
        """Save what is unfinished and leave, for a signal came or the terminal is gone."""
        self.call_next(partial(leave, self, number))

    @property
    def keepers(self) -> list[DraftKeeper]:
        """What keeps the words of every form safe."""
        return keepers_on((*self._installed_screens.values(), *self._screen_stack))

    async def save_drafts(self) -> None:
        """Save what is unfinished on every screen, dialogs too."""
        for keeper in self.keepers:
            await keeper.flush()

    async def on_app_blur(self) -> None:
        """Save the words when the window is left: it can be closed from there."""
        await self.save_drafts()

    async def on_app_focus(self) -> None:
        """Look whether another program wrote meanwhile."""
        await self.publish_change()

    async def _follow_minutes(self) -> None:
        self.set_interval(_MINUTE, self._minute)
        await self._minute()

    async def _minute(self) -> None:
        self.locking.minute_passed()
        self.minute_passed.publish(None)
        await self.publish_change()
        self.caretaker.minute_passed()

    async def _shutdown(self) -> None:
        self.journal.leave()
        await super()._shutdown()

    async def on_unmount(self) -> None:
        """Finish all writing before leaving."""
        self.caretaker.close()
        self.journal.close()


def _let_garbage_go_again() -> None:
    if not gc.isenabled():
        gc.freeze()  # what was made while starting stays: it need not be looked through ever
        gc.set_threshold(_GARBAGE)
        gc.enable()


def run_app(clock: Clock, config: Config, skeleton: Skeleton | None = None) -> int:
    """Open the full screen until the person leaves; return the exit code.

    Args:
        clock: what now is.
        config: what the person chose.
        skeleton: what stands on the terminal until then.

    Raises:
        Misuse: the settings name an unknown theme, command or key.
    """
    check_settings(config)
    let_alt_digits_through()
    let_early_enter_through()
    textual_screen.UPDATE_PERIOD = _FRAME  # type: ignore[misc]  # Textual waits four times as long
    app = TracejournalApp(clock, config, skeleton)
    app.is_first_run = not any(map(os.path.lexists, (places.journal_file(), places.config_file())))
    answer = app.run()
    if app.return_code:
        return app.return_code
    return answer or 0
