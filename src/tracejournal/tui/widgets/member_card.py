"""What is known of someone: counts with what they are out of, a year of weeks, dates and kinds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tracejournal.model.circle import SORTS, WENT_WELL, YEAR_OF_WEEKS
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import (
    CONDITIONS,
    ENTRY_TYPES,
    KINDS,
    WHO,
    label,
    term,
)
from tracejournal.tui.widgets.circle_list import fitted
from tracejournal.tui.widgets.open_loops import PersonLoops
from tracejournal.words import calendar
from tracejournal.words import circle as words
from tracejournal.words import circle_screen as said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.model.circle import Known, Member
    from tracejournal.model.entry import EntryLine
    from tracejournal.model.loop import Loop

_LABEL = 7
_MOST_CONDITIONS = 3
_WIDEST_CONDITION = 36


class MemberCard(Vertical):
    """Someone, as far as entries tell; what stands open with them has its place above the list."""

    DEFAULT_CSS = """
    MemberCard {
        height: 1fr;
        overflow-y: auto;
        color: $ink;
        .about, .year { height: auto; }
        .year { margin-top: 1; }
        MomentList { height: 1fr; min-height: 3; margin-top: 1; padding: 0; }
        PersonLoops { margin-top: 1; }
    }
    """

    @dataclass
    class Opened(Message):
        """One of the last moments was chosen to be read."""

        entry_id: str

    def __init__(self) -> None:
        """Begin with nobody."""
        super().__init__(classes="card")
        self._shown: tuple[Member, Known, date] | None = None
        self._lines: Sequence[EntryLine] = ()

    def compose(self) -> ComposeResult:
        """The facts, the year, what is open, and the last moments."""
        yield Static(Content(said.NOBODY), markup=False, classes="about hint")
        yield Static(markup=False, classes="year")
        yield PersonLoops()
        yield MomentList(compact=True)

    @property
    def moments(self) -> OptionList:
        """The list of the last moments."""
        return self.query_one(MomentList)

    @property
    def has_moments(self) -> bool:
        """Whether there is anything to read."""
        return bool(self._lines)

    def show_nobody(self, name: str = "") -> None:
        """Show that nobody is chosen, or somebody who is not in the circle."""
        self._shown, self._lines = None, ()
        self.border_title = Content(one_line(name))
        self._put(Content(said.NOT_IN_CIRCLE if name else said.NOBODY), Content())
        self.query_one(PersonLoops).show("", (), date.min)
        self.moments.clear_options()

    def show(
        self,
        member: Member,
        known: Known,
        lines: Sequence[EntryLine],
        loops: Sequence[Loop],
        today: date,
    ) -> None:
        """Show someone; words of entries are never among it."""
        self._shown, self._lines = (member, known, today), lines
        sort = label(SORTS, member.sort)
        role = label(WHO, member.role) or (sort if member.sort != SORTS[0].key else "")
        self.border_title = Content(" · ".join(filter(None, (one_line(member.name), role))))
        self._draw()
        self.query_one(PersonLoops).show(one_line(member.name), loops, today)
        self.moments.clear_options()
        days = [said.moment_day(line.when.on, today) for line in lines]
        width = max(map(len, days), default=0)
        self.moments.add_options(
            Option(_moment(line, f"{day:<{width}}"), id=line.id)
            for line, day in zip(lines, days, strict=True)
        )
        if lines:
            self.moments.highlighted = 0

    def on_resize(self) -> None:
        """Use the room there is now."""
        self._draw()

    def _draw(self) -> None:
        if self._shown:
            member, known, today = self._shown
            width = max(30, self.scrollable_content_region.width)
            facts = Content("\n").join(_facts(member, known, today, width))
            self._put(facts, _year(known, width) if known.moments else Content())

    def _put(self, about: Content, year: Content) -> None:
        self.query_one(".about", Static).update(about)
        weeks = self.query_one(".year", Static)
        weeks.display = bool(year)
        weeks.update(year)

    @on(OptionList.OptionSelected)
    def _on_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Opened(event.option.id or ""))

    @on(OptionList.OptionHighlighted)
    def _on_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()


class MomentList(OptionList):
    """The last moments, with the house's keys for moving."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("g", "first", show=False),
        Binding("G", "last", show=False),
    ]


def _facts(member: Member, known: Known, today: date, width: int) -> Iterator[Content]:
    state = member.state(today)
    sign, text = words.STATES[state]
    if member.is_away(today):
        text = words.away(member.away, member.away_until)
    has_rhythm = member.ideal is not None
    counts = words.counts(known.moments, known.given, known.received)
    facts = (
        (said.NOW, f"{sign} {text}"),
        ("", said.QUIET if member.quiet else ""),
        (said.RHYTHM, words.rhythm(member.ideal, member.longest) if has_rhythm else ""),
        (said.LAST, _last(member, today)),
        (said.BALANCE, counts if known.moments else ""),
        (said.ALSO, ", ".join(map(one_line, member.aliases))),
    )
    for name, fact in facts:
        for number, line in enumerate(wrap(fact, width - _LABEL)):
            label_text = "" if number else name
            yield Content.assemble((f"{label_text:<{_LABEL}}", "$ink-faint"), (line, "$ink"))
    if known.present:
        yield from _present(known, width)


def _last(member: Member, today: date) -> str:
    if member.last is None:
        return said.NEVER
    day = said.moment_day(member.last.on, today)
    kind = one_line(label(KINDS, member.last.kind))
    return " · ".join(filter(None, (day, kind)))


def _present(known: Known, width: int) -> Iterator[Content]:
    """Yield what was there when it went well, each count beside what it is out of."""
    heading, out_of = said.WELL, said.WELL_OUT_OF
    if not known.rated_well:
        heading, out_of = said.TELLING, said.TELLING_OUT_OF
    text = out_of.format(number=known.out_of, rating=WENT_WELL)
    yield Content.assemble("\n", (heading, "$ink-soft"), (f" {text}", "$ink-faint"))
    for key, count in list(known.present.items())[:_MOST_CONDITIONS]:
        name = one_line(label(CONDITIONS, key))
        number = said.NUMBER_OF.format(number=count, of=known.out_of)
        room = min(width - len(number) - 3, _WIDEST_CONDITION)
        yield Content.assemble("  ", (f"{fitted(name, room)} ", "$felt"), number)


def _year(known: Known, width: int) -> Content:
    """Return the weeks of a year as signs, in one line or in two halves; months beside them."""
    heading = Content.assemble((said.YEAR, "$ink-soft"), (f"   {said.SHADES}", "$ink-faint"))
    weeks = [_week(number) for number in known.weeks]
    if width >= YEAR_OF_WEEKS:
        months = Content.styled(_months(known.first), "$ink-faint")
        return Content("\n").join((heading, Content("").join(weeks), months))
    half = YEAR_OF_WEEKS // 2
    lines = [heading]
    for start in (0, half):
        month = calendar.MONTHS[(known.first + timedelta(weeks=start)).month - 1]
        lines.append(
            Content.assemble((f"{month:<{_LABEL}}", "$ink-faint"), *weeks[start : start + half])
        )
    return Content("\n").join(lines)


def _week(number: int) -> Content:
    if not number:
        return Content.styled(calendar.NOTHING, "$ink-faint")
    level = min(number, len(calendar.SHADES))
    return Content.styled(calendar.SHADES[level - 1], f"$moments-{level}")


def _months(first: date) -> str:
    """Return the names of months under the weeks they begin in, where there is room for each."""
    line = [" "] * YEAR_OF_WEEKS
    free = 0
    for week in range(YEAR_OF_WEEKS):
        day = first + timedelta(weeks=week)
        name = calendar.MONTHS[day.month - 1]
        begins = week == 0 or (day - timedelta(weeks=1)).month != day.month
        if begins and week >= free and week + len(name) <= YEAR_OF_WEEKS:
            line[week : week + len(name)] = name
            free = week + len(name) + 1
    return "".join(line)


def _moment(line: EntryLine, day: str) -> Content:
    kind = term(KINDS, line.kind) or term(ENTRY_TYPES, line.type)
    glyph = kind.glyph if kind else "·"
    name = one_line(label(KINDS, line.kind)) if line.kind else label(ENTRY_TYPES, line.type)
    return Content.assemble((f"{day}  ", "$ink-faint"), (f"{glyph} ", "$lead"), name)
