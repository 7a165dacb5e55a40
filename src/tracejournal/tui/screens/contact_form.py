"""Writing down someone to call; what is typed is safe until it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tracejournal.model.contact import SECTIONS, TEXTS
from tracejournal.model.draft import CONTACT
from tracejournal.model.errors import JournalError, Misuse
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import label
from tracejournal.tui.draft_keeper import DraftKeeper, fresh_slot
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.widgets.text_line import TextLine
from tracejournal.words import call as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual import events
    from textual.app import ComposeResult

    from tracejournal.journal.journal import Journal
    from tracejournal.model.contact import Contact
    from tracejournal.model.draft import SavedDraft


class ContactForm(Dialog[bool | None]):
    """A line each for what can be said of one. Answers True once it is kept."""

    DEFAULT_CSS = """
    ContactForm {
        Horizontal { height: 1; margin-bottom: 1; }
        Static.label { width: 11; color: $ink-soft; }
        Input { width: 1fr; margin: 0; }
        .below { min-height: 1; }
    }
    """

    def __init__(
        self, section: str, contact: Contact | None = None, begun: SavedDraft | None = None
    ) -> None:
        """Begin empty, with one to change, or with what was begun and never kept."""
        super().__init__()
        self._section = section
        self._contact = contact
        self._begun = begun
        shown = {name: getattr(contact, name) for name in TEXTS} if contact else {}
        self._shown: Mapping[str, str] = shown
        subject = contact.id if contact else section
        self._keeper = DraftKeeper(self, fresh_slot(CONTACT, subject), self._fields)

    def keepers(self) -> Iterable[DraftKeeper]:
        """Return what keeps the words safe."""
        return (self._keeper,)

    def compose(self) -> ComposeResult:
        """A box with the lines."""
        with VerticalScroll(classes="dialog", can_focus=False) as box:
            title = words.EDIT_TITLE if self._contact else label(SECTIONS, self._section)
            box.border_title = Content(title)
            box.border_subtitle = Content(words.FORM_KEYS)
            for name in TEXTS:
                with Horizontal():
                    yield Static(words.FIELDS[name][0], markup=False, classes="label")
                    yield TextLine(self._shown.get(name, ""), id=f"line-{name}", compact=True)
            yield Static(markup=False, classes="below hint")

    async def on_mount(self) -> None:
        """Go on with what was begun."""
        if self._begun:
            for name in TEXTS:
                self._line(name).value = str(self._begun.fields.get(name, ""))
            await self._keeper.take_up(self._begun)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say below what the line is for."""
        name = (event.widget.id or "").removeprefix("line-")
        self._say(words.FIELDS[name][1] if name in words.FIELDS else "")

    def _say(self, said: str) -> None:
        self.query_one(".below", Static).update(Content(said))

    def _line(self, name: str) -> Input:
        return self.query_one(f"#line-{name}", Input)

    def _texts(self) -> dict[str, str]:
        return {name: self._line(name).value for name in TEXTS}

    def _fields(self) -> dict[str, object]:
        texts = self._texts()
        if all(text == self._shown.get(name, "") for name, text in texts.items()):
            return {}
        return {"text": " ".join(filter(None, texts.values())), **texts}

    @on(Input.Changed)
    def _on_typed(self) -> None:
        self._keeper.touch()

    @on(Input.Submitted)
    async def _on_submitted(self) -> None:
        texts = self._texts()

        def keep(journal: Journal, slot: str) -> Contact:
            if self._contact:
                return journal.contacts.change(self._contact.id, texts, clears=slot)
            return journal.contacts.add(self._section, texts, clears=slot)

        try:
            await self._keeper.keep(keep)
        except Misuse as refusal:
            self._say(one_line(str(refusal)))
        except JournalError as refusal:
            self.app.refuse(refusal)
        else:
            self.dismiss(True)  # noqa: FBT003 - the answer

    async def action_close(self) -> None:  # type: ignore[override]
        """Go back without keeping; what was typed stays as a draft."""
        await self._keeper.flush()
        self.dismiss(None)
