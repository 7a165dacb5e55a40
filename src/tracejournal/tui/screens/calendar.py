"""Calendar: a year or a month at a glance. Counts alone; a day opens in History."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.containers import Horizontal

from tracejournal.model.calendar import MONTHS_IN_YEAR, month_later, year_page
from tracejournal.model.errors import JournalError
from tracejournal.tui.commands import CALENDAR, bindings
from tracejournal.tui.screens.asking import ask_day
from tracejournal.tui.screens.base import HouseScreen
from tracejournal.tui.screens.history import HistoryScreen
from tracejournal.tui.screens.marks_days import MarksDays
from tracejournal.tui.widgets.calendar_bar import CalendarBar
from tracejournal.tui.widgets.day_card import DayCard
from tracejournal.tui.widgets.day_map import DayMap
from tracejournal.tui.widgets.month_map import MonthMap
from tracejournal.tui.widgets.year_map import YearMap
from tracejournal.words import calendar as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.model.days import Year

_SHORT = 22
"""Below this many lines the day is told in one."""


class CalendarScreen(HouseScreen, MarksDays):
    """The days of a year, one of them under the cursor. Stands under History's name."""

    here = "history"
    CSS_PATH = "calendar.tcss"
    AUTO_FOCUS = "YearMap"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(CALENDAR))

    def __init__(self) -> None:
        """Begin with this year and today."""
        super().__init__()
        self.day = self.app.clock.today()
        self.year: Year | None = None
        self.view = "year"
        self.measure = "moments"
        self.bar = CalendarBar()
        self.maps: dict[str, DayMap] = {"year": YearMap(), "month": MonthMap()}
        self.day_card = DayCard()

    def compose_body(self) -> ComposeResult:
        """The choices above; a year, a month, and what the day holds."""
        yield self.bar
        yield self.maps["year"]
        with Horizontal(classes="below"):
            yield self.maps["month"]
            yield self.day_card

    @property
    def day_to_mark(self) -> date:
        """The day under the cursor."""
        return self.day

    @property
    def measures(self) -> Sequence[tuple[str, str]]:
        """What can be shown of a day; no ratings for who does without them."""
        counts_alone = [each for each in words.MEASURES if each[0] != "supported"]
        return words.MEASURES if self.app.config.ratings else counts_alone

    # Reading and showing

    async def reload(self) -> None:
        """Read the year again. Returns at once."""
        self._read()

    @work(group="year", exclusive=True)
    async def _read(self) -> None:
        """Read the year the cursor is in. A newer call takes the place of one that still reads."""
        try:
            number = self.day.year
            year = await self.ask(lambda journal: journal.days.year(number))
            self.day = _within(self.day, year)
            if self.day.year != number:  # the only entry of that year left it meanwhile
                number = self.day.year
                year = await self.ask(lambda journal: journal.days.year(number))
        except JournalError as refusal:
            self.app.refuse(refusal)
            return
        self.year = year
        self._show()

    def go_to(self, day: date) -> None:
        """Put the cursor on a day, or on the nearest in the years there is anything in."""
        self.day = day if self.year is None else _within(day, self.year)
        if self.year is not None and self.year.number == self.day.year:
            self._show()
        else:
            self._read()

    def _show(self) -> None:
        year = self.year
        if year is None:
            return
        if self.measure not in dict(self.measures):
            self.measure = "moments"
        for each in self.maps.values():
            each.show(year, self.day, self.measure)
        self.bar.measures = self.measures
        self.bar.show(
            words.year_title(self.day) if self.view == "year" else words.month_title(self.day),
            self.measure,
            self.view,
            has_earlier=self._has_page(-1),
            has_later=self._has_page(1),
        )
        self.day_card.show(year.on(self.day), year.today, ratings=self.app.config.ratings)
        self.refresh_bindings()

    def _minute_passed(self, now: object) -> None:
        super()._minute_passed(now)
        if self.is_current and self.year is not None and self.year.today != self.app.clock.today():
            self._read()

    def room_changed(self) -> None:
        """Tell the day in a card, or in one line where there is little room."""
        is_short = self.size.height < _SHORT
        self.set_class(is_short, "-short")
        self.day_card.in_line = is_short

    # Moving

    @on(DayMap.Stepped)
    def _on_stepped(self, event: DayMap.Stepped) -> None:
        try:
            self.go_to(self.day + timedelta(days=event.days))
        except OverflowError:
            return  # before the first or after the last day of all

    @on(DayMap.EndWanted)
    def _on_end_wanted(self, event: DayMap.EndWanted) -> None:
        page = event.day_map.page_of(self.day)
        self.go_to(page.last if event.last else page.first)

    @on(DayMap.Picked)
    def _on_picked(self, event: DayMap.Picked) -> None:
        self.go_to(event.day)
        if event.opens:
            self.action_open_day()

    @on(DayCard.Opened)
    def _on_card_opened(self) -> None:
        self.action_open_day()

    @on(CalendarBar.Chosen)
    async def _on_bar_chosen(self, event: CalendarBar.Chosen) -> None:
        await self.run_action(event.action)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Turn the pages of the map that has the focus; it is the one a small window shows."""
        for view, each in self.maps.items():
            if each is event.widget and view != self.view:
                self.view = view
                self.set_class(view == "month", "-month")
                self._show()

    def _page_later(self, by: int) -> date:
        return month_later(self.day, by * (MONTHS_IN_YEAR if self.view == "year" else 1))

    def _has_page(self, by: int) -> bool:
        if self.year is None:
            return False
        page = self.maps[self.view].page_of(self._page_later(by))
        bounds = _bounds(self.year)
        return (
            page.first != self.maps[self.view].page_of(self.day).first
            and bounds[0] <= page.first <= bounds[1]
        )

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        if action in ("earlier", "later"):
            return self._has_page(-1 if action == "earlier" else 1)
        return super().check_action(action, parameters)

    async def action_earlier(self) -> None:
        """Turn to the year or the month before."""
        self.go_to(self._page_later(-1))

    async def action_later(self) -> None:
        """Turn to the year or the month after."""
        self.go_to(self._page_later(1))

    def action_this_day(self) -> None:
        """Put the cursor on today."""
        self.go_to(self.app.clock.today())

    @work
    async def action_go_to_day(self) -> None:
        """Ask for a day and put the cursor on it."""
        day = await ask_day(self.app)
        if day is not None:
            self.go_to(day)

    def action_next_measure(self) -> None:
        """Show the next of what can be shown of a day."""
        keys = [key for key, _ in self.measures]
        self.action_measure(keys[(keys.index(self.measure) + 1) % len(keys)])

    def action_measure(self, measure: str) -> None:
        """Show a count or the ratings of each day."""
        self.measure = measure
        self._show()

    def action_turn_view(self) -> None:
        """Go from the year to the month, or back."""
        self.action_view("month" if self.view == "year" else "year")

    def action_view(self, view: str) -> None:
        """Go to the year or to the month."""
        self.set_class(view == "month", "-month")  # what is not seen cannot be focused
        self.maps[view].focus()

    @work
    async def action_open_day(self) -> None:
        """Show the entries of the day in History."""
        await self.app.go("history")
        await self.app.get_screen("history", HistoryScreen).search_for(f"on:{self.day.isoformat()}")

    @work
    async def action_back(self) -> None:
        """Go back to History as it was."""
        await self.app.go("history")


def _bounds(year: Year) -> tuple[date, date]:
    return year_page(year.first).first, year_page(year.last).last


def _within(day: date, year: Year) -> date:
    first, last = _bounds(year)
    return max(first, min(day, last))
