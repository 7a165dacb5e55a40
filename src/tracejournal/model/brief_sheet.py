"""What a brief is made from: lines that are offered, and what its owner did with each.

Nothing is ticked until a person ticks it. A line in their own wording is a copy; what it came from
stays as it is.
"""

from __future__ import annotations

from datetime import date, timedelta

from tracejournal.model.brief import (
    FORMATS,
    GOOD,
    MOST_TOPICS,
    SECTIONS,
    TOPIC,
    WANT,
    WANTS,
    Brief,
    Figure,
    Line,
    Section,
)
from tracejournal.model.record import Record
from tracejournal.model.text import clean
from tracejournal.words import brief as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tracejournal.model.dates import Span

PERIOD, OPTION = "period", "option"
_CHART, _NO_OPTION, _OWN = "chart:", "none:", "own:"
_USUAL_DAYS = 28


class Offer(Record):
    """A line that can be ticked.

    Attributes:
        id: the same for the same thing each time it is offered.
        section: a key of `SECTIONS`, or `PERIOD`.
        text: what it would say in the file.
        note: a key of `words.NOTES`: what is said plainly of it where it is ticked.
        under: the id of the line it says more about, without which it is not offered; or "".
        shown: what stands for it in the list, where that is not its text; words of an entry, for
            one, are only shown once they are ticked.
        label: what a chart calls it.
        figures: its numbers.
    """

    id: str
    section: str
    text: str
    note: str = ""
    under: str = ""
    shown: str = ""
    label: str = ""
    figures: tuple[Figure, ...] = ()


class Own(Record):
    """A line of the person's own.

    Attributes:
        id: see `Offer`.
        section: see `Offer`.
        text: what it says.
        under: the topic it is an option for, or "".
    """

    id: str
    section: str
    text: str
    under: str = ""


class Row(Record):
    """A line as it stands in the list.

    Attributes:
        offer: what it is.
        text: what it says in the file, in the person's wording where they gave it one.
        ticked: it is in the file.
        edited: the wording is theirs.
    """

    offer: Offer
    text: str
    ticked: bool
    edited: bool

    @property
    def is_own(self) -> bool:
        """Whether it was typed here."""
        return self.offer.id.startswith(_OWN)

    @property
    def can_be_reworded(self) -> bool:
        """Whether it can say something else; days and a chart cannot."""
        return self.offer.id != PERIOD and not self.offer.id.startswith(_CHART)


class Sheet(Record):
    """What a person did so far. Empty, it makes an empty brief.

    Attributes:
        first: the first day it looks at, in ISO 8601; "" for the last four weeks.
        last: the last day.
        ticked: ids of the lines that are in the brief.
        edited: the wording of lines that got one of their own, by id.
        own: lines of the person's own, in their order.
        format: a key of `FORMATS`.
    """

    first: str = ""
    last: str = ""
    ticked: frozenset[str] = frozenset()
    edited: Mapping[str, str] = {}
    own: tuple[Own, ...] = ()
    format: str = FORMATS[0].key

    def days(self, today: date) -> Span:
        """Return the days it looks at."""
        if not self.first:
            return today - timedelta(days=_USUAL_DAYS - 1), today
        return date.fromisoformat(self.first), date.fromisoformat(self.last)

    def over(self, days: Span) -> Sheet:
        """Return it for other days."""
        first, last = days
        return self.replace(first=first.isoformat(), last=last.isoformat())

    def ticking(self, *wanted: str) -> Sheet:
        """Return it with lines ticked."""
        return self.replace(ticked=self.ticked.union(wanted))

    def wording(self, row: Row) -> str:
        """Return what a line says now, to be changed."""
        return next((own.text for own in self.own if own.id == row.offer.id), row.text)

    def unticked(self, wanted: str) -> Sheet:
        """Return it with a line not ticked."""
        return self.replace(ticked=self.ticked - {wanted})

    def with_none_yet(self, topic: str) -> Sheet:
        """Return it saying of a topic that there is no option yet."""
        return self.ticking(_NO_OPTION + topic)

    def with_chart(self, section: str) -> Sheet:
        """Return it with a chart of the numbers that are ticked in a section."""
        return self.ticking(_CHART + section)

    def toggled(self, wanted: str) -> Sheet:
        """Return it with a line ticked, or no longer."""
        return self.replace(ticked=self.ticked ^ {wanted})

    def reworded(self, wanted: str, text: str) -> Sheet:
        """Return it with a line in the person's own wording, and ticked."""
        if wanted.startswith(_OWN):
            own = tuple(each.replace(text=text) if each.id == wanted else each for each in self.own)
            return self.replace(own=own).ticking(wanted)
        return self.replace(edited={**self.edited, wanted: text}).ticking(wanted)

    def added(self, section: str, text: str, under: str = "", *, ticked: bool = True) -> Sheet:
        """Return it with a line of the person's own; who writes one wants it in, unless told."""
        taken = [int(each.id.removeprefix(_OWN)) for each in self.own]
        new = Own(f"{_OWN}{max(taken, default=0) + 1}", section, text, under)
        both = self.replace(own=(*self.own, new))
        return both.ticking(new.id) if ticked else both

    def without(self, wanted: str) -> Sheet:
        """Return it without an own line and its options, or with the wording a line came with."""
        gone = {each.id for each in self.own if wanted in (each.id, each.under)} | {wanted}
        gone |= {_NO_OPTION + each for each in gone}
        own = tuple(each for each in self.own if each.id not in gone)
        edited = {key: text for key, text in self.edited.items() if key not in gone}
        ticked = self.ticked - gone if own != self.own else self.ticked
        return self.replace(own=own, edited=edited, ticked=ticked)

    @property
    def takes_topics(self) -> bool:
        """Whether there is room for another topic."""
        return sum(each.section == TOPIC and not each.under for each in self.own) < MOST_TOPICS

    @property
    def has_good_thing(self) -> bool:
        """Whether the one good thing is there."""
        return any(each.section == GOOD for each in self.own)

    def fields(self) -> dict[str, object]:
        """Return it as a draft holds it."""
        return {
            "first": self.first,
            "last": self.last,
            "ticked": sorted(self.ticked),
            "edited": dict(self.edited),
            "own": [[each.id, each.section, each.text, each.under] for each in self.own],
            "format": self.format,
            "text": "\n".join([*(each.text for each in self.own), *self.edited.values()]),
        }

    @classmethod
    def of_fields(cls, fields: Mapping[str, object]) -> Sheet:
        """Return what a draft holds."""
        ticked, edited, own = (fields.get(name) for name in ("ticked", "edited", "own"))
        return cls(
            str(fields.get("first", "")),
            str(fields.get("last", "")),
            frozenset(map(str, ticked)) if isinstance(ticked, list) else frozenset(),
            {str(key): str(text) for key, text in edited.items()}
            if isinstance(edited, dict)
            else {},
            tuple(Own(*map(str, each)) for each in own) if isinstance(own, list) else (),
            str(fields.get("format", cls.format)),
        )


def rows(sheet: Sheet, found: Iterable[Offer], days: Span) -> tuple[Row, ...]:
    """Return the lines of the list, in their order.

    Args:
        sheet: what was done with them.
        found: what the journal has to offer for these days.
        days: the days it looks at.
    """
    shown: list[Row] = []
    listed = _everything(sheet, tuple(found), days)
    for offer in listed:
        if not offer.under or (offer.under in sheet.ticked):
            text = sheet.edited.get(offer.id, offer.text)
            shown.append(Row(offer, text, offer.id in sheet.ticked, offer.id in sheet.edited))
    charted = {row.offer.section for row in shown if _has_figures(row)}
    return tuple(
        row for row in shown if not row.offer.id.startswith(_CHART) or row.offer.section in charted
    )


def _everything(sheet: Sheet, found: Sequence[Offer], days: Span) -> Iterator[Offer]:
    yield Offer(PERIOD, PERIOD, words.days(*days), PERIOD)
    for want in WANTS:
        yield Offer(f"{WANT}:{want.key}", WANT, want.label, WANT)
    for section in SECTIONS:
        mine = [offer for offer in found if offer.section == section.key]
        counted = max((n for n, offer in enumerate(mine, start=1) if offer.figures), default=0)
        yield from mine[:counted]
        if counted:
            yield Offer(_CHART + section.key, section.key, words.CHART_OFFER, "chart")
        yield from mine[counted:]
        for each in sheet.own:
            if each.section == section.key and not each.under:
                yield Offer(each.id, each.section, each.text, "own")
                if section.key == TOPIC:
                    yield from _options(sheet, each)


def _options(sheet: Sheet, topic: Own) -> Iterator[Offer]:
    for each in sheet.own:
        if each.under == topic.id:
            said = words.OPTION.format(text=each.text)
            yield Offer(each.id, TOPIC, said, OPTION, topic.id, each.text)
    yield Offer(_NO_OPTION + topic.id, TOPIC, words.NO_OPTION, OPTION, topic.id)


def _has_figures(row: Row) -> bool:
    """Whether a chart can draw it: its numbers are ticked, and as they were counted."""
    return bool(row.offer.figures) and row.ticked and not row.edited


def brief(listed: Sequence[Row]) -> Brief:
    """Return what the ticked lines say."""
    ticked = [row for row in listed if row.ticked]
    period = next((row.text for row in ticked if row.offer.id == PERIOD), "")
    sections = (_section(section.key, ticked) for section in SECTIONS)
    return Brief(period, tuple(section for section in sections if section.lines))


def _section(key: str, ticked: Sequence[Row]) -> Section:
    mine = [row for row in ticked if row.offer.section == key]
    charts = [row for row in mine if row.offer.id.startswith(_CHART)]
    heads = [row for row in mine if not row.offer.under and row not in charts]
    return Section(key, tuple(_line(row, mine) for row in heads), bool(charts))


def _line(head: Row, others: Sequence[Row]) -> Line:
    below = [row for row in others if row.offer.under == head.offer.id]
    counted = [row for row in below if _has_figures(row)]
    return Line(
        _said(head.text),
        tuple(_said(row.text) for row in below),
        _said(head.text),
        counted[0].offer.figures if counted else (),
    )


def _said(text: str) -> str:
    return " ".join(clean(text).split())
