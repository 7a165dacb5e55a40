"""Planned meetings in a list: what is next, what has been, what rests."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tracejournal.model.text import one_line
from tracejournal.words import meetings as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from textual.binding import BindingType

    from tracejournal.journal.meetings import Agenda
    from tracejournal.model.meeting import Meeting, Occurrence

_DAY = 12
_TIME = 7
_EDGE = 1
"""Cells at the right that a scroll bar may need."""


class MeetingList(OptionList):
    """Rows the cursor can stand on: planned days, and meetings that have none near."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
    ]

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(compact=True)
        self._days: dict[str, Occurrence] = {}
        self._meetings: dict[str, Meeting] = {}
        self._show_again: Callable[[], None] = lambda: None

    def fill_dialog(self) -> None:
        """Take all the room of a dialog; lists in other dialogs take what they need."""
        self.styles.height, self.styles.max_height = "1fr", "100%"

    def on_resize(self) -> None:
        """Lay the rows out for the room there is now."""
        self._show_again()

    @property
    def occurrence(self) -> Occurrence | None:
        """The planned day under the cursor, or None."""
        return self._days.get(self._here)

    @property
    def meeting(self) -> Meeting | None:
        """The meeting under the cursor, or None."""
        return self._meetings.get(self._here)

    @property
    def _here(self) -> str:
        option = self.highlighted_option
        return str(option.id) if option else ""

    def show_agenda(self, agenda: Agenda) -> None:
        """Show what is next and what has been, each under its heading."""
        self._show_again = partial(self.show_agenda, agenda)
        with_titles = (
            (words.NEXT, agenda.coming),
            (words.LATELY, agenda.been),
        )
        options: list[Option] = []
        self._forget()
        for title, days in with_titles:
            if days:
                options.append(_heading(title, first=not options))
                options += [self._day(each, agenda.today) for each in days]
        if agenda.resting or agenda.over:
            options.append(_heading(words.RESTING, first=not options))
            options += [self._meeting(each) for each in (*agenda.resting, *agenda.over)]
        self._put(options)

    def show_days(self, days: Sequence[Occurrence], today: date) -> None:
        """Show the days of one meeting alone."""
        self._show_again = partial(self.show_days, days, today)
        self._forget()
        self._put([self._day(each, today, with_title=False) for each in days])

    def _forget(self) -> None:
        self._days.clear()
        self._meetings.clear()

    def _put(self, options: Sequence[Option]) -> None:
        """Show other rows; the cursor stays with the one it is on, else where it stood."""
        here, place = self._here, self.highlighted
        self.clear_options()
        self.add_options(options)
        ids = [str(option.id) for option in options]
        free = [number for number, option in enumerate(options) if not option.disabled]
        if here in ids:
            self.highlighted = ids.index(here)
        elif free:
            self.highlighted = min(free, key=lambda number: abs(number - (place or 0)))

    def _day(self, each: Occurrence, today: date, *, with_title: bool = True) -> Option:
        key = f"{each.meeting.id}@{each.due}"
        self._days[key], self._meetings[key] = each, each.meeting
        at = f"{each.meeting.at:%H:%M}" if each.meeting.at else ""
        day = words.near(each.on, today) or words.day(each.on, today)
        title = f"{each.meeting.glyph} {one_line(each.meeting.title)}" if with_title else ""
        became = one_line(each.told.became(today))
        return Option(
            Content("\n").join(self._row_lines(f"  {day:<{_DAY}}{at:<{_TIME}}", title, became)),
            id=key,
        )

    def _row_lines(self, start: str, title: str, became: str) -> Iterator[Content]:
        """Yield a row; what became of it stands below where there is no room beside."""
        room = max(self.size.width, 40) - _EDGE
        first = Content.assemble((start, "$ink-soft"), title)
        said = Content.styled(became, "$support")
        if not became:
            yield first
        elif first.cell_length + said.cell_length + 2 <= room:
            yield Content.assemble(first, "  " if title else "", said)
        else:
            yield first
            yield Content.assemble(" " * (len(start) + 2), said)

    def _meeting(self, meeting: Meeting) -> Option:
        key = f"{meeting.id}@"
        self._meetings[key] = meeting
        when = words.RESTING.lower() if meeting.is_resting else words.NOT_YET
        said = f"  {when:<{_DAY + _TIME}}"
        title = f"{meeting.glyph} {one_line(meeting.title)}"
        return Option(Content.assemble((said, "$ink-soft"), title), id=key)


def _heading(title: str, *, first: bool) -> Option:
    return Option(Content.assemble("" if first else "\n", (title, "$lead")), disabled=True)
