"""The pane in which one entry is read, opened by a key and never by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from tracejournal.model.query import Query
from tracejournal.model.text import MAX_SHOWN, one_line
from tracejournal.tui.commands import ENTRY, READER, SHELF, bindings
from tracejournal.tui.widgets.reading import is_cut, reading, subtitle, title
from tracejournal.tui.widgets.shelf import OnShelf
from tracejournal.words import history

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.journal.history import Likeness
    from tracejournal.model.entry import Entry


class Reader(VerticalScroll, OnShelf, can_focus=False):
    """One entry, or a quiet sentence. It can have the focus while an entry is open."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings((*READER, *ENTRY, *SHELF)))
    DEFAULT_CSS = """
    Reader {
        height: 1fr;
        color: $ink;
        scrollbar-size-vertical: 1;
        Static { width: 1fr; height: auto; }
        .said { color: $ink-faint; }
    }
    """

    @dataclass
    class Chosen(Message):
        """Something is to be done with the open entry; `what` as in `EntryList.Chosen`."""

        reader: Reader
        what: str
        ids: tuple[str, ...]

    @dataclass
    class LikenessChosen(Message):
        """Entries like this one are asked for."""

        reader: Reader
        query: str

    def __init__(self) -> None:
        """Begin closed."""
        super().__init__(classes="card")
        self.entry: Entry | None = None
        self.likenesses: tuple[Likeness, ...] = ()
        self._query = Query()
        self._limit = MAX_SHOWN

    def compose(self) -> ComposeResult:
        """The words, and what is like them."""
        yield Static(markup=False, classes="words")
        yield Static(markup=False, classes="more hint")
        yield LikenessLine()

    def on_mount(self) -> None:
        """Say how an entry is opened."""
        self.close()

    def open(self, entry: Entry, likenesses: Sequence[Likeness], query: Query) -> None:
        """Show an entry, from its first line; the one that is open already stays where it is.

        Args:
            entry: what to show.
            likenesses: which of its people and tags others name.
            query: what was searched for; hits are marked.
        """
        again = self.entry is not None and self.entry.id == entry.id
        self.entry, self.likenesses, self._query = entry, tuple(likenesses), query
        if not again:
            self._limit = MAX_SHOWN
            self.scroll_home(animate=False)
        self.can_focus = True
        self.border_title = Content(title(entry))
        self.border_subtitle = Content(subtitle(entry))
        self._show()
        self.refresh_bindings()

    def mark(self, query: Query) -> None:
        """Mark the hits of another search."""
        if self.entry is not None and query != self._query:
            self._query = query
            self._show()

    def close(self, said: str = history.READER_HINT) -> None:
        """Show nothing but a sentence."""
        self.entry, self.likenesses = None, ()
        self.border_title = Content(history.READER)
        self.border_subtitle = Content()
        self.query_one(".words", Static).update(Content.styled(said, "$ink-faint"))
        self.query_one(".more").display = False
        self.query_one(LikenessLine).show(())
        if self.has_focus:
            self.blur()
        self.can_focus = False

    def _show(self) -> None:
        entry = self.entry
        if entry is None:
            return
        self.query_one(".words", Static).update(reading(entry, self._query, self._limit))
        more = self.query_one(".more", Static)
        more.display = is_cut(entry, self._limit)
        more.update(Content(history.MORE_WORDS))
        self.query_one(LikenessLine).show(() if entry.sealed else self.likenesses)

    @property
    def has_entry(self) -> bool:
        """Whether an entry is open."""
        return self.entry is not None

    def choose(self, what: str) -> None:
        """Ask that something is done with the open entry."""
        if self.entry is not None:
            self.post_message(self.Chosen(self, what, (self.entry.id,)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer more words while there are any."""
        if action == "more_words":
            return self.entry is not None and is_cut(self.entry, self._limit)
        return super().check_action(action, parameters)

    def action_more_words(self) -> None:
        """Show more of a very long entry."""
        self._limit += MAX_SHOWN
        self._show()
        self.refresh_bindings()

    def on_key(self, event: events.Key) -> None:
        """Scroll with j k g G as in lists."""
        moves = {
            "j": self.action_scroll_down,
            "k": self.action_scroll_up,
            "g": self.action_scroll_home,
            "G": self.action_scroll_end,
            "space": self.action_page_down,
        }
        move = moves.get(event.key) or moves.get(event.character or "")
        if move:
            event.stop()
            move()


class LikenessLine(Static):
    """How many others name the same people and tags; each can be clicked."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(markup=False)
        self._shown: tuple[Likeness, ...] = ()

    def show(self, likenesses: tuple[Likeness, ...]) -> None:
        """Show which there are."""
        self._shown = likenesses
        self.display = bool(likenesses)
        pieces = [
            # The action names a place, never a person: text of theirs is no part of a command.
            Content.styled(
                one_line(history.likeness(each.query, each.count)),
                Style.from_meta({"@click": f"choose({place})"}),
            )
            for place, each in enumerate(likenesses)
        ]
        self.update(Content(" · ").join(pieces))

    def action_choose(self, place: int) -> None:
        """Ask for the entries behind one of them."""
        reader = self.parent
        if isinstance(reader, Reader):
            self.post_message(Reader.LikenessChosen(reader, self._shown[place].query))
