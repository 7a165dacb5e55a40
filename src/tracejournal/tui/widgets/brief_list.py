"""The lines of a brief: what can be ticked, section by section, and where a line can be added."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tracejournal.model.brief import GOOD, SECTIONS, TOPIC, WANT
from tracejournal.model.brief_sheet import OPTION, PERIOD, Sheet
from tracejournal.model.text import one_line
from tracejournal.words import brief as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType

    from tracejournal.model.brief_sheet import Row

_ADD = "add:"
_NARROWEST = 24
_HEADINGS = ((PERIOD, words.PERIOD_SECTION), *((each.key, each.label) for each in SECTIONS))


class BriefList(OptionList):
    """Every line with its tick; a section that takes lines of one's own ends with room for one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
    ]

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(compact=True)
        self._rows: dict[str, Row] = {}
        self._sheet = Sheet()

    def show(self, rows: Sequence[Row], sheet: Sheet, cursor: str = "") -> None:
        """Show lines; the cursor stays with the one it is on, or goes to another.

        Args:
            rows: the lines, in their order.
            sheet: what room there is for more.
            cursor: the id of the line to go to.
        """
        here = cursor or (self.highlighted_option.id if self.highlighted_option else "")
        before = self.highlighted
        self._rows, self._sheet = {row.offer.id: row for row in rows}, sheet
        self.clear_options()
        self.add_options(list(_options(rows, sheet, self.scrollable_content_region.width)))
        places = {option.id: place for place, option in enumerate(self.options)}
        first = next(place for place, option in enumerate(self.options) if not option.disabled)
        near = first if before is None else min(before, len(self.options) - 1)
        self.highlighted = places.get(here, near)

    def on_resize(self) -> None:
        """Let each line take the room there is."""
        if self._rows:
            self.show(tuple(self._rows.values()), self._sheet)

    @property
    def current(self) -> Row | None:
        """The line under the cursor; None where one can be added."""
        option = self.highlighted_option
        return self._rows.get(str(option.id)) if option else None

    @property
    def place(self) -> tuple[str, str]:
        """The section the cursor is in, and the topic it stands on or under, or ""."""
        option = self.highlighted_option
        wanted = str(option.id) if option else ""
        if wanted.startswith(_ADD):
            _, section, topic = wanted.split(":", 2)
            return section, topic
        row = self._rows.get(wanted)
        if row is None:
            return PERIOD, ""
        topic = (row.offer.under or row.offer.id) if row.offer.section == TOPIC else ""
        return row.offer.section, topic


def _options(rows: Sequence[Row], sheet: Sheet, width: int) -> Iterator[Option]:
    for number, (section, heading) in enumerate(_HEADINGS):
        gap = "\n" if number else ""
        yield Option(Content.assemble(gap, (heading, "$lead")), disabled=True)
        for row in rows:
            if row.offer.section == section:
                if row.offer.note == OPTION and not row.is_own:  # none yet, the last of a topic
                    yield _room(f"{TOPIC}:{row.offer.under}", words.ADD_OPTION, "    ")
                yield Option(_said(row, width), id=row.offer.id)
        if _has_room(section, sheet):
            yield _room(f"{section}:", words.ADD[section], "  ")


def _has_room(section: str, sheet: Sheet) -> bool:
    if section == TOPIC:
        return sheet.takes_topics
    if section == GOOD:
        return not sheet.has_good_thing
    return section not in (PERIOD, WANT)


def _room(place: str, said: str, indent: str) -> Option:
    return Option(Content(f"{indent}{said}"), id=f"{_ADD}{place}")


def _said(row: Row, width: int) -> Content:
    box = words.TICKED if row.ticked else words.NOT_TICKED
    indent = "    " if row.offer.under else "  "
    said = row.text + words.CHANGED_MARK if row.edited else row.offer.shown or row.text
    below = "\n" + indent + "  "
    lines = wrap(one_line(said), max(_NARROWEST, width - len(below)))
    return Content.assemble(indent, (box, "$support" if row.ticked else ""), " ", below.join(lines))
