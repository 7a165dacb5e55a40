"""Settings: every row holds at once, is kept in config.toml, and can be taken back."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tracejournal.config import OFFERED_DEPTHS, Config
from tracejournal.model.contact import REGIONS
from tracejournal.model.errors import Misuse
from tracejournal.model.vocabulary import DEPTHS, ROLES, Term
from tracejournal.tui.commands import DIALOG, SETTINGS, bindings
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.screens.dialogs import PickDialog
from tracejournal.tui.screens.look import LookDialog, looks
from tracejournal.tui.settings import change_setting, read_again
from tracejournal.tui.undo import take_back
from tracejournal.tui.widgets.rows import ChoiceRow, Row, SeveralRow
from tracejournal.tui.widgets.setting_rows import DoorRow, SettledRow
from tracejournal.words import settings as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.tui.app import TracejournalApp

_ON_OFF = (Term("on", words.ON), Term("off", words.OFF))
_LATEST_HOUR = 12
_MINUTES = (2, 5, 10, 20, 30, 60, 0)
_NEVER = 1_000_000  # stands last


class SettingsDialog(Dialog[None]):
    """A row a setting, with what it does under it."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings((*DIALOG, *SETTINGS)))
    CSS = """
    SettingsDialog {
        .dialog { width: 78; max-height: 100%; padding: 0 1; }
        .about, .where { color: $ink-faint; padding: 0 2; height: 1; }
        .refusal { color: $ink; height: auto; padding: 0 2; margin-bottom: 1; }
        Row:disabled { opacity: 1; }
        .where { display: none; }
        &.-tall .where { display: block; }
        &.-tall .dialog { padding: 1 2; }
        &.-tall .about { margin-bottom: 1; }
    }
    """

    def __init__(self, refusal: str = "", *, is_locked: bool = False) -> None:
        """Begin with nothing changed.

        Args:
            refusal: why nothing can be changed, or "".
            is_locked: whether the journal has a lock.
        """
        super().__init__()
        self._is_locked = is_locked
        self._refusal = refusal
        self._changes = 0

    def compose(self) -> ComposeResult:
        """The rows, or first why they cannot be changed."""
        with VerticalScroll(classes="dialog") as box:
            box.can_focus = bool(self._refusal)
            box.border_title = Content(words.TITLE)
            box.border_subtitle = Content(words.READ_ONLY_KEYS if self._refusal else words.KEYS)
            if self._refusal:
                yield Static(f"{self._refusal} {words.READ_ONLY}", markup=False, classes="refusal")
            for row in self._rows():
                row.disabled = bool(self._refusal)
                yield row
                _, does = words.ROWS.get(row.field, ("", ""))
                if does:
                    yield Static(does, markup=False, classes="about")
            yield Static(words.WHERE, markup=False, classes="about where")

    def _rows(self) -> Iterator[Row]:
        for name, (title, _) in words.ROWS.items():
            if name == "lock_after":
                lock = DoorRow("lock", words.LOCK, words.LOCK_SAYS)
                lock.set_reactive(DoorRow.is_on, self._is_locked)
                yield lock
            if name == "roles":
                yield SeveralRow(name, title, ROLES)
            elif name == "region":
                yield ChoiceRow(name, title, REGIONS)
            else:
                yield SettledRow(name, title, _choices(self.app, name))

    def on_mount(self) -> None:
        """Show what holds, and follow it: a change can be taken back, or fail."""
        self._show()
        self.app.settings_changed.subscribe(self, self._show)

    def _show(self, _name: str = "") -> None:
        for row in self.query(Row).exclude("DoorRow"):
            with row.prevent(Row.Changed):
                row.value = _shown(self.app.config, row.field)  # type: ignore[attr-defined]

    @on(Row.Changed)
    async def _on_changed(self, event: Row.Changed) -> None:
        event.stop()
        name = event.row.field
        chosen = getattr(event.row, "value")  # noqa: B009 - rows differ in the type of it
        if chosen != _shown(self.app.config, name):
            before = len(self.app.undo_stack)
            await change_setting(self.app, name, _written(name, chosen))
            self._changes += len(self.app.undo_stack) - before
        self._show()

    @on(Row.Submitted)
    def _on_submitted(self, event: Row.Submitted) -> None:
        event.stop()
        row = event.row
        if isinstance(row, DoorRow):
            self._open_lock(row)
        elif isinstance(row, SettledRow) and row.is_switch:
            row.turn()
        else:
            self._pick_for(row)

    @work
    async def _pick_for(self, row: Row) -> None:
        title = words.LIST_TITLES.get(row.field, "")
        if isinstance(row, ChoiceRow):
            chosen = (row.value,) if row.value else ()
            dialog = PickDialog(title, row.terms, chosen)
            if row.field == "theme":
                dialog = LookDialog(self.app)
            picked = await self.app.push_screen_wait(dialog)
            row.value = picked[0] if picked else row.value
        elif isinstance(row, SeveralRow):
            several = PickDialog(title, row.terms, row.value, several=True)
            picked = await self.app.push_screen_wait(several)
            row.value = row.value if picked is None else picked

    @work
    async def _open_lock(self, row: DoorRow) -> None:
        from tracejournal.tui.screens.lock_setup import open_lock  # noqa: PLC0415 - hardly ever

        await open_lock(self.app)
        row.is_on = await self.ask(lambda journal: journal.is_locked)

    async def action_take_back(self) -> None:
        """Take back the last change that was made here."""
        if self._changes:
            self._changes -= 1
            await take_back(self.app)

    def on_key(self, event: events.Key) -> None:
        """Go from row to row."""
        if event.key in ("up", "k"):
            self.focus_previous(Row)
        elif event.key in ("down", "j"):
            self.focus_next(Row)
        else:
            return
        event.stop()


async def open_settings(app: TracejournalApp) -> None:
    """Show the settings as they stand in the file now; of a broken file, why it cannot be used."""
    refusal = ""
    try:
        read_again(app)
    except Misuse as broken:
        refusal = str(broken)
    is_locked = await app.journal.ask(lambda journal: journal.is_locked)
    await app.push_screen_wait(SettingsDialog(refusal, is_locked=is_locked))


def _choices(app: TracejournalApp, name: str) -> tuple[Term, ...]:
    if name == "theme":
        return looks(app)
    if name == "day_starts_at":
        starts = {time(hour) for hour in range(_LATEST_HOUR + 1)} | {app.config.day_starts_at}
        return tuple(Term(f"{start:%H:%M}", f"{start:%H:%M}") for start in sorted(starts))
    if name == "lock_after":
        minutes = sorted({*_MINUTES, app.config.lock_after}, key=lambda each: each or _NEVER)
        return tuple(Term(str(each), _minutes(each)) for each in minutes)
    if name == "prompt_depth":
        return tuple(term for term in DEPTHS if term.key in OFFERED_DEPTHS)
    return _ON_OFF


def _minutes(count: int) -> str:
    return words.MINUTES.format(count=count) if count else words.NEVER


def _shown(config: Config, name: str) -> object:
    """Return a setting as its row holds it."""
    value = getattr(config, name)
    if name == "region":
        return value or None
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, int):
        return str(value)
    return f"{value:%H:%M}" if isinstance(value, time) else value


def _written(name: str, chosen: object) -> object:
    """Return what a row holds as the file does; None for what nothing was chosen of."""
    if chosen in (None, (), ""):
        return None
    if isinstance(getattr(Config, name), bool):
        return chosen == "on"
    if isinstance(getattr(Config, name), int):
        return int(str(chosen))
    return list(chosen) if isinstance(chosen, tuple) else chosen
