"""Setting down what is to come back; what is typed is safe until it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from tracejournal.model.coming import parse_coming
from tracejournal.model.draft import LOOP
from tracejournal.model.errors import JournalError, Misuse
from tracejournal.model.loop import CONCERN, DIRECTIONS, PROMISE, LoopContent
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import Term, term
from tracejournal.tui.commands import EDITING, bindings
from tracejournal.tui.draft_keeper import DraftKeeper, fresh_slot
from tracejournal.tui.screens.drafted import DraftedDialog
from tracejournal.tui.widgets.identifier_line import IdentifierLine
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.tui.widgets.prompt_form import LineRow
from tracejournal.tui.widgets.rows import ChoiceRow, Row
from tracejournal.tui.widgets.text_line import TextLine
from tracejournal.tui.widgets.words_area import WordsArea
from tracejournal.words import forms
from tracejournal.words import loops as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.journal.journal import Journal
    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.loop import Loop

_WAYS = tuple(Term(key, label) for key, label in words.WAYS)


class LoopForm(DraftedDialog["Loop | None"]):
    """A short form for each kind. Answers with the loop once it is kept."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(EDITING))
    DEFAULT_CSS = """
    LoopForm {
        MomentLine { margin-bottom: 1; }
        IdentifierLine { margin-bottom: 1; }
        #options { height: auto; min-height: 3; max-height: 6; margin: 0 0 0 13; display: none; }
        #options.-written { display: block; }
        .below { min-height: 1; margin-top: 1; }
    }
    """

    def __init__(
        self,
        kind: str,
        loop: Loop | None = None,
        begun: SavedDraft | None = None,
        *,
        names: Sequence[str] = (),
    ) -> None:
        """Begin empty, with a loop to change, or with what was begun and never kept.

        Args:
            kind: a key of `model.loop.KINDS`.
            loop: the one to change.
            begun: what was typed in an earlier sitting.
            names: people that can be completed.
        """
        super().__init__()
        self._kind = kind
        self._before = loop
        self._begun = begun
        self._names = names
        self._as_it_was: dict[str, object] = {}
        self._keeping_empty = False
        self._fitting = ""  # names that complete what is typed
        self._keeper = DraftKeeper(self, fresh_slot(LOOP, loop.id if loop else kind), self._fields)

    def keepers(self) -> Iterable[DraftKeeper]:
        """Return what keeps the words safe."""
        return (self._keeper,)

    def compose(self) -> ComposeResult:
        """The words, with whom, and what belongs to its kind."""
        with VerticalScroll(classes="dialog", can_focus=False) as box:
            box.border_title = Content(words.TITLES[self._kind])
            box.border_subtitle = Content(words.FORM_KEYS)
            yield MomentLine(words.HINTS[self._kind])
            yield IdentifierLine()
            yield LineRow("people", words.WHO, TextLine(placeholder=words.WHO_HINT, compact=True))
            if self._kind == CONCERN:
                yield ChoiceRow("ways", words.WAYS_OUT, _WAYS)
                yield WordsArea(hint=words.OPTIONS_HINT, id="options")
            elif self._kind == PROMISE:
                yield ChoiceRow("direction", words.WHOSE, DIRECTIONS)
                yield LineRow("by", words.BY, TextLine(placeholder=words.BY_HINT, compact=True))
            yield Static(markup=False, classes="below hint")

    async def on_mount(self) -> None:
        """Show the loop, or go on with what was begun."""
        self._line.people = self._names
        if self._before:
            self.fill(_fields_of(self._before.content))
        self._as_it_was = self._held()
        if self._begun:
            self.fill(self._begun.fields)
            await self._keeper.take_up(self._begun)
        self._line.focus()

    @property
    def _line(self) -> MomentLine:
        return self.query_one(MomentLine)

    @property
    def _options(self) -> str:
        return "\n".join(area.text for area in self.query("#options").results(TextArea))

    def fill(self, fields: Mapping[str, object]) -> None:
        """Show what a form held; in a draft `text` is all its words, else they stand in `words`."""
        self._line.show_words(str(fields.get("words", fields.get("text", ""))))
        for line in self.query(LineRow):
            line.line.value = str(fields.get(line.field, ""))
        for area in self.query("#options").results(WordsArea):
            area.show_words(str(fields.get("options", "")))
        for row in self.query(ChoiceRow):
            found = term(row.terms, str(fields.get(row.field, "")))
            row.value = found.key if found else None
            if row.field == "ways" and self._options.strip():
                row.value = words.HAS_OPTIONS

    def _held(self) -> dict[str, object]:
        held: dict[str, object] = {"words": self._line.text, "options": self._options}
        held |= {line.field: line.line.value for line in self.query(LineRow)}
        return held | {row.field: row.value or "" for row in self.query(ChoiceRow)}

    def _fields(self) -> dict[str, object]:
        held = self._held()
        if held == self._as_it_was or not any(held.values()):
            return {}
        answers = [str(held["words"]), str(held["options"])]
        return held | {
            "kind": self._kind,
            "answers": answers,
            "text": "\n".join(filter(None, answers)),
        }

    def _said(self) -> LoopContent:
        """Return what the form says.

        Raises:
            Misuse: the day is none.
        """
        held = self._held()
        said: dict[str, Any] = {"people": str(held["people"]).split(",")}
        if self._kind == CONCERN:
            said["options"] = tuple(str(held["options"]).split("\n"))
            said["none_yet"] = held["ways"] == words.HAS_NONE
        elif self._kind == PROMISE:
            said["direction"] = held["direction"] or None
        due = self._before.content.due if self._before else None
        if "by" in held:
            typed = str(held["by"]).strip()
            due = parse_coming(typed, self.app.clock.today()) if typed else None
        return LoopContent(self._kind, str(held["words"]), due=due, **said)

    def _say(self, said: str) -> None:
        self.query_one(".below", Static).update(Content(self._fitting or said))

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _on_typed(self, event: Input.Changed | TextArea.Changed) -> None:
        self._note_change()
        if isinstance(event, TextArea.Changed):
            self.query_one(IdentifierLine).follow(event.text_area)

    @on(Row.Changed)
    def _on_chosen(self, event: Row.Changed) -> None:
        row = event.row
        self._note_change()
        if not isinstance(row, ChoiceRow) or row.field != "ways":
            return
        if row.value != words.HAS_OPTIONS and self._options.strip():
            with row.prevent(Row.Changed):
                row.value = words.HAS_OPTIONS
            self._say(words.OPTIONS_STAY)
        self.query_one("#options").set_class(row.value == words.HAS_OPTIONS, "-written")

    def _note_change(self) -> None:
        self._keeping_empty = False
        self._say("")
        self._keeper.touch()

    @on(MomentLine.MoreWanted)
    def _on_tab(self) -> None:
        self.focus_next()

    @on(MomentLine.CompletionsChanged)
    def _on_completions(self, event: MomentLine.CompletionsChanged) -> None:
        self._fitting = " · ".join((*event.names, forms.COMPLETE)) if event.names else ""
        self._say("")

    @on(MomentLine.Submitted)
    @on(Input.Submitted)
    @on(Row.Submitted)
    async def _on_submitted(self) -> None:
        await self.action_keep()

    async def action_keep(self) -> None:
        """Keep it; what cannot be is said below, and nothing typed is lost."""
        seen = self._before
        try:
            content = self._said()
            if content.is_empty and not self._keeping_empty:
                self._keeping_empty = True
                self._say(words.EMPTY_FORM)
                return

            def keep(journal: Journal, slot: str) -> Loop:
                if seen is None:
                    return journal.loops.keep(content, clears=slot)
                return journal.loops.revise(seen, content, clears=slot)

            kept = await self._keeper.keep(keep)
        except Misuse as refusal:
            self._say(one_line(str(refusal)))
        except JournalError as refusal:
            self.app.refuse(refusal)
        else:
            self.dismiss(kept)


def _fields_of(content: LoopContent) -> dict[str, object]:
    """Return what the form holds that shows this."""
    return {
        "words": content.text,
        "people": ", ".join(content.people_beside),
        "options": "\n".join(content.options),
        "ways": words.HAS_NONE if content.none_yet else "",
        "direction": content.direction or "",
        "by": content.due.isoformat() if content.due else "",
    }
