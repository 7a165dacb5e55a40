"""This week as dots: what was kept, without judgement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from tracejournal.words import rest
from tracejournal.words import today as words

if TYPE_CHECKING:
    from tracejournal.model.days import DaySummary, Week

_MOMENTS, _OTHER, _TODAY, _NOTHING = "●", "○", "◌", "·"


class WeekDots(Static):
    """Seven days: ● moments, ○ something else, ◌ today so far, · none; with the person's marks."""

    DEFAULT_CSS = """
    WeekDots { height: auto; width: 1fr; }
    """

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__("", markup=False, classes="card")
        self.can_focus = False
        self.border_title = Content(words.THIS_WEEK)

    def show(self, week: Week) -> None:
        """Show a week."""
        names = "".join(f"{day.on:%a}"[:2].ljust(3) for day in week.days)
        dots = Content("").join(
            Content.styled(f"{_dot(day, is_today=day.on == week.today):<3}", style)
            for day in week.days
            for style in ("$lead" if day.moments or day.mark else "$ink-faint",)
        )
        marks = dict.fromkeys(day.mark for day in week.days if day.mark)
        self.border_subtitle = Content(" · ".join(map(rest.named, marks)))
        said = words.week(week.moments, week.people, marked=bool(marks))
        self.update(
            Content("\n").join(
                (Content.styled(names, "$ink-soft"), dots, Content.styled(said, "$ink-soft"))
            )
        )


def _dot(day: DaySummary, *, is_today: bool) -> str:
    mark = rest.MARKS.get(day.mark, "")
    if day.moments:
        return _MOMENTS + mark
    if day.reflections or day.check_ins:
        return _OTHER + mark
    return mark or (_TODAY if is_today else _NOTHING)
