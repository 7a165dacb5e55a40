"""Taking someone into the circle, or changing what is said of them; typed words are safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tracejournal.model.circle import SORTS, guessed_sort
from tracejournal.model.draft import PERSON
from tracejournal.model.errors import JournalError, Misuse
from tracejournal.model.rhythm import parse_rhythm
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import WHO
from tracejournal.tui.draft_keeper import DraftKeeper, fresh_slot
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.widgets.rows import ChoiceRow, Row
from tracejournal.tui.widgets.text_line import TextLine
from tracejournal.words import circle as words
from tracejournal.words import circle_screen as said

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from textual import events
    from textual.app import ComposeResult

    from tracejournal.journal.journal import Journal
    from tracejournal.model.circle import Member
    from tracejournal.model.draft import SavedDraft

_ROWS = ("sort", "role")


class PersonForm(Dialog["Member | None"]):
    """A line for each name, a row for what they are. Answers with them once they are kept."""

    DEFAULT_CSS = """
    PersonForm {
        Horizontal { height: 1; margin-bottom: 1; }
        Static.label { width: 13; padding: 0 0 0 2; color: $ink-soft; }
        Input { width: 1fr; margin: 0; }
        ChoiceRow { margin-bottom: 1; }
        .below { min-height: 2; }
    }
    """

    def __init__(
        self, member: Member | None = None, name: str = "", begun: SavedDraft | None = None
    ) -> None:
        """Begin empty or with a name, with someone to change, or with what was begun."""
        super().__init__()
        self._member = member
        self._begun = begun
        self._shown = _texts_of(member) if member else {"name": name}
        subject = str(member.id) if member else ""
        self._keeper = DraftKeeper(self, fresh_slot(PERSON, subject), self._fields)

    def keepers(self) -> Iterable[DraftKeeper]:
        """Return what keeps the words safe."""
        return (self._keeper,)

    def compose(self) -> ComposeResult:
        """A box with the lines and rows."""
        with VerticalScroll(classes="dialog", can_focus=False) as box:
            title = one_line(self._member.name) if self._member else said.ADD_TITLE
            box.border_title = Content(title)
            box.border_subtitle = Content(said.FORM_KEYS)
            yield from self._line("name")
            yield ChoiceRow("sort", said.IS, SORTS)
            yield ChoiceRow("role", said.ROLE, WHO)
            yield from self._line("aliases")
            yield from self._line("rhythm")
            yield Static(markup=False, classes="below hint")

    def _line(self, name: str) -> ComposeResult:
        with Horizontal():
            yield Static(said.FIELDS[name][0], markup=False, classes="label")
            # Not selected on focus: the next letter typed would take the place of all names.
            yield TextLine(
                self._shown.get(name) or "", select_on_focus=False, id=f"line-{name}", compact=True
            )

    async def on_mount(self) -> None:
        """Show what is chosen, and go on with what was begun."""
        self._choose(self._shown)
        if self._begun:
            fields = {key: str(value) for key, value in self._begun.fields.items()}
            for name in said.FIELDS:
                self._input(name).value = fields.get(name, "")
            self._choose(fields)
            await self._keeper.take_up(self._begun)

    def _choose(self, fields: Mapping[str, str | None]) -> None:
        for row in self.query(ChoiceRow):
            with row.prevent(Row.Changed):
                row.value = fields.get(row.field) or None

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say below what the line is for."""
        name = (event.widget.id or "").removeprefix("line-")
        self._say(said.FIELDS[name][1] if name in said.FIELDS else said.ROWS_HINT)

    def _say(self, sentence: str) -> None:
        self.query_one(".below", Static).update(Content(sentence))

    def _input(self, name: str) -> Input:
        return self.query_one(f"#line-{name}", Input)

    def _texts(self) -> dict[str, str]:
        texts = {name: self._input(name).value for name in said.FIELDS}
        return texts | {row.field: row.value or "" for row in self.query(ChoiceRow)}

    def _fields(self) -> dict[str, object]:
        texts = self._texts()
        if all(text == (self._shown.get(name) or "") for name, text in texts.items()):
            return {}
        typed = " ".join(filter(None, (texts[name] for name in said.FIELDS)))
        return {"text": typed, **texts}

    @on(Input.Changed)
    @on(Row.Changed)
    def _on_changed(self) -> None:
        self._keeper.touch()

    @on(Row.Submitted)
    @on(Input.Submitted)
    async def _on_submitted(self) -> None:
        member = self._member

        def keep(journal: Journal, slot: str) -> Member:
            if member is not None:
                return journal.circle.change(member.name, clears=slot, **fields)
            return journal.circle.add(fields.pop("name"), clears=slot, **fields)

        try:
            fields = _said_of(self._texts())
            kept = await self._keeper.keep(keep)
        except Misuse as refusal:
            self._say(one_line(str(refusal)))
        except JournalError as refusal:
            self.app.refuse(refusal)
        else:
            self.dismiss(kept)

    async def action_close(self) -> None:  # type: ignore[override]
        """Go back without keeping; what was typed stays as a draft."""
        await self._keeper.flush()
        self.dismiss(None)


def _texts_of(member: Member) -> dict[str, str]:
    has_rhythm = member.ideal is not None
    return {
        "name": member.name,
        "aliases": ", ".join(member.aliases),
        "rhythm": words.rhythm(member.ideal, member.longest) if has_rhythm else "",
        "sort": member.sort,
        "role": member.role or "",
    }


def _said_of(texts: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of someone that a form says.

    Raises:
        Misuse: the rhythm is none.
    """
    ideal, longest = parse_rhythm(texts["rhythm"])
    return {
        "name": texts["name"],
        "sort": texts["sort"] or guessed_sort(texts["name"]),
        "role": texts["role"] or None,
        "aliases": tuple(alias for alias in texts["aliases"].split(",") if alias.strip()),
        "ideal": ideal,
        "longest": longest,
    }
