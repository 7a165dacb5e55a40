"""Patterns: when support was felt most, and what was there then; weeks, ways and company."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tracejournal.model.errors import JournalError
from tracejournal.model.period import ALL, first_day
from tracejournal.model.roles import first_come, views_first
from tracejournal.model.vocabulary import Term
from tracejournal.patterns.sentences import CAVEAT
from tracejournal.tui.commands import PATTERNS, bindings
from tracejournal.tui.screens.base import HouseScreen
from tracejournal.tui.screens.behind import BehindDialog
from tracejournal.tui.screens.dialogs import AskDialog, PickDialog
from tracejournal.tui.screens.history import HistoryScreen
from tracejournal.tui.widgets.answer_lines import (
    Findings,
    Shown,
    answer_lines,
    unrated_lines,
)
from tracejournal.tui.widgets.chart_lines import company_lines, way_lines, week_lines
from tracejournal.tui.widgets.sheet import Sheet
from tracejournal.tui.widgets.stops import Stop
from tracejournal.tui.widgets.view_bar import ViewBar
from tracejournal.words import patterns as words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.journal.patterns import Patterns
    from tracejournal.model.sums import Ratings
    from tracejournal.tui.widgets.sheet import SheetLine

_SINCE = "since"
_FEW_MOMENTS, _MOMENTS = 4, 8
"""Of the most supported moments so many are shown, where there is little room and where not."""


_QUESTIONS: dict[str, Callable[[Patterns, Findings], object]] = {
    "moments": lambda ask, found: ask.most_supported(found.since, _MOMENTS),
    "ratings": lambda ask, found: ask.ratings(found.since),
    "answer": lambda ask, found: ask.support(found.since, found.ratings),
    "weeks": lambda ask, found: ask.weeks(found.since),
    "ways": lambda ask, found: ask.ways(found.since),
    "company": lambda ask, found: ask.company(found.since),
}
"""What fills each part of the findings."""


class PatternsScreen(HouseScreen):
    """Counts with what they are out of, never a verdict on a person."""

    here = "patterns"
    CSS_PATH = "patterns.tcss"
    AUTO_FOCUS = "Sheet"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(PATTERNS))

    def __init__(self) -> None:
        """Begin with the answer from everything."""
        super().__init__()
        answer, *more = words.VIEWS
        first = views_first(self.app.config.roles)
        self.views = (answer, *first_come(first, more, lambda view: view[0]))
        self.view = answer[0]
        self.period = words.PERIODS[0][0]
        self.found = Findings(ALL)
        self.shown = Shown()
        self._known: set[str] = set()
        self._as_of: tuple[object, ...] = ()
        self.bar = ViewBar(self.views)
        self.sheet = Sheet()

    def compose_body(self) -> ComposeResult:
        """The choices above, one view in a card, and what it does not prove."""
        yield self.bar
        with Vertical(classes="card"):
            yield self.sheet
        yield Static(Content(CAVEAT), markup=False, classes="hint caveat")

    # Counting

    async def reload(self) -> None:
        """Count what is not known yet. Returns at once."""
        self._count()

    async def on_screen_suspend(self) -> None:
        """Give up what is still being counted; it is taken up again on the way back."""
        self.workers.cancel_group(self, "count")

    @work(group="count", exclusive=True)
    async def _count(self) -> None:
        """Count what is not known yet, the first numbers first.

        A newer call takes the place of one that still counts, which is read no further.
        """
        try:
            changes = await self._changes()
            if (changes, self.found.since) != self._as_of:
                self._known.clear()  # what was counted before stays in sight meanwhile
                self._as_of = (changes, self.found.since)
            self._show()
            while lacking := [name for name in self._wanted() if name not in self._known]:
                await self._learn(lacking[0])
            if await self._changes() != changes:  # another program wrote in between
                self._count()
        except JournalError as refusal:
            self.app.refuse(refusal)

    async def _changes(self) -> int:
        return await self.app.journal.look(lambda journal: journal.change_count())

    def _wanted(self) -> tuple[str, ...]:
        """Return which parts of the findings the view needs, the quickest first."""
        first = ("moments", "ratings")
        if self.view != "answer":
            return (*first, self.view)
        if not self.app.config.ratings:
            return (*first, "ways")
        is_rated = self.found.ratings is None or self.found.ratings.rated
        return (*first, "answer") if is_rated else (*first, "answer", "ways")

    async def _learn(self, name: str) -> None:
        found, question = self.found, _QUESTIONS[name]
        answer = await self.app.journal.look(lambda journal: question(journal.patterns, found))
        self.found = self.found.replace(**{name: answer})
        self._known.add(name)
        self._show()

    # Showing

    def _show(self, *, from_top: bool = False) -> None:
        ratings = self.found.ratings
        card = self.query_one(".card", Vertical)
        card.border_title = Content(words.TITLES[self.view])
        card.border_subtitle = Content(self._rests_on(ratings) if ratings else "")
        self.query_one(".caveat").display = (
            self.view == "answer" and self.app.config.ratings and bool(ratings and ratings.rated)
        )
        self.bar.show(self.view, words.period(self.period, self.found.since))
        self.sheet.show(self._lines, from_top=from_top)
        self.refresh_bindings()

    def _rests_on(self, ratings: Ratings) -> str:
        if not ratings.moments:
            return ""
        moments = words.counted(ratings.moments, words.MOMENTS)
        if not self.app.config.ratings:
            return moments
        return words.RESTS_ON.format(rated=f"{ratings.rated:,}", moments=moments)

    def _lines(self, width: int) -> Sequence[SheetLine]:
        ratings, found = self.app.config.ratings, self.found
        if self.view == "weeks":
            return week_lines(found, width, ratings=ratings)
        if self.view == "ways":
            return way_lines(found, width)
        if self.view == "company":
            return company_lines(found, width)
        if not ratings:
            return unrated_lines(found, width)
        most = _MOMENTS if self.has_class("-tall") else _FEW_MOMENTS
        return answer_lines(found, self.shown.replace(most=most), width)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        if action == "open_line":
            return self.sheet.stop is not None
        if action == "figures":
            answer = self.found.answer
            return self.view == "answer" and bool(answer and answer.compared)
        if action == "best_words":
            return self.view == "answer" and self.app.config.ratings and bool(self.found.moments)
        return super().check_action(action, parameters)

    def action_turn_view(self, by: int) -> None:
        """Show the next view, or the one before."""
        keys = [key for key, _ in self.views]
        self.action_show_view(keys[(keys.index(self.view) + by) % len(keys)])

    def action_show_view(self, view: str) -> None:
        """Show a view, a key of `words.VIEWS`."""
        self.view = view
        self._show(from_top=True)
        self._count()

    def action_figures(self) -> None:
        """Show gaps in numbers, or in words again."""
        self.shown = self.shown.replace(figures=not self.shown.figures)
        self._show()

    def action_best_words(self) -> None:
        """Show the words of the most supported moments, or dates and kinds alone."""
        self.shown = self.shown.replace(words=not self.shown.words)
        self._show()

    def action_open_line(self) -> None:
        """Show the moments behind the line under the cursor."""
        self.sheet.open_stop()

    @on(ViewBar.Chosen)
    async def _on_bar_chosen(self, event: ViewBar.Chosen) -> None:
        await self.run_action(event.action)

    @on(Sheet.Opened)
    def _on_opened(self, event: Sheet.Opened) -> None:
        event.stop()
        if isinstance(event.stop_at, Stop):
            self._look_behind(event.stop_at)

    @work
    async def _look_behind(self, stop: Stop) -> None:
        dialog = BehindDialog(stop, self.found, numbers=self.app.config.ratings)
        query = await self.app.push_screen_wait(dialog)
        if query:
            await self.app.go("history")
            await self.app.get_screen("history", HistoryScreen).search_for(query)

    @work
    async def action_period(self) -> None:
        """Ask from which day on it is counted."""
        terms = [Term(key, label) for key, label in words.PERIODS]
        picked = await self.app.push_screen_wait(
            PickDialog(words.PERIOD_LIST, terms, (self.period,))
        )
        if not picked:
            return
        today = self.app.clock.today()
        typed: str | None = picked[0]
        if typed == _SINCE:
            dialog = AskDialog(
                words.SINCE_ASK, words.SINCE_HINT, check=lambda typed: first_day(typed, today)
            )
            typed = await self.app.push_screen_wait(dialog)
        if typed is not None:
            self.period = picked[0]
            self._look_since(first_day(typed, today))

    def _look_since(self, since: date) -> None:
        if since != self.found.since:
            self.found = Findings(since)
        self._show(from_top=True)
        self._count()

    def _minute_passed(self, now: object) -> None:
        super()._minute_passed(now)
        if self.period != _SINCE:  # the day went on, and the last 30 with it
            since = first_day(self.period, self.app.clock.today())
            if since != self.found.since:
                self.found = Findings(since)
                if self.is_current:
                    self._count()

    def room_changed(self) -> None:
        """Show as many moments as there is room for."""
        if self.is_mounted:
            self._show()
