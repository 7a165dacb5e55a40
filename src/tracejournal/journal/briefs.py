"""What the journal has to offer for a brief. Nothing is in one until its owner ticks it."""

from __future__ import annotations

import re
import unicodedata

from tracejournal.model.brief import ALL, FOLLOW_UP, HIGHEST, NEED, SUPPORTED, Figure
from tracejournal.model.brief_sheet import Offer
from tracejournal.model.entry import MAX_RATING, Moment
from tracejournal.model.mentions import name_key
from tracejournal.model.sums import PRESENT, Ratings
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import CONDITIONS, KINDS, label
from tracejournal.patterns.support import highest_from
from tracejournal.store import briefs, entries
from tracejournal.words import brief as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tracejournal.model.dates import Span
    from tracejournal.model.entry import Entry
    from tracejournal.model.loop import Loop
    from tracejournal.store.engine import Store

MOST_MOMENTS, MOST_CONDITIONS = 5, 8
_NONE_IS_HIGHEST = MAX_RATING + 1


class Briefs:
    """Use cases about a brief for supervision. All of them read.

    Sealed entries and the trash are never offered, and neither is how often or when the program is
    used. Names, ratings and words of an entry are offered one by one, each below the line it
    belongs to; so are numbers, which let a reader see how many moments there are.
    """

    def __init__(self, store: Store, open_loops: Callable[[], Iterable[Loop]]) -> None:
        """Take the store, and what returns the loops that are open."""
        self._store = store
        self._open_loops = open_loops

    def offers(self, days: Span, *, ratings: bool = True) -> tuple[Offer, ...]:
        """Return the lines that can be ticked for some days, none of them ticked.

        Args:
            days: the first and the last day.
            ratings: whether numbers a person gave are offered; not where they leave them out.

        Raises:
            StoreError: the file could not be read.
        """
        return (
            *self._conditions(days, ratings=ratings),
            *self._moments(days, ratings=ratings),
            *self._follow_ups(),
        )

    def _conditions(self, days: Span, *, ratings: bool) -> Iterator[Offer]:
        """Yield what was there, then what was missing, most often noted first.

        Counted among rated moments, as Patterns does; where there are none, among all.
        """
        told = briefs.told_by_rating(self._store, days)
        numbers = tuple(told.get(rating, 0) for rating in range(MAX_RATING + 1))
        unrated = not ratings or not any(numbers)
        number = sum(told.values()) if unrated else sum(numbers)
        cut = None if unrated else highest_from(Ratings(number, number, numbers))
        highest = 0 if cut is None else sum(numbers[cut:])
        found = briefs.conditions(
            self._store, days, _NONE_IS_HIGHEST if cut is None else cut, unrated=unrated
        )
        found.sort(key=lambda each: (-each[3], -each[2], _place(each[0])))
        for section, presence in ((SUPPORTED, PRESENT), (NEED, "missing")):
            chosen = [each for each in found if each[1] == presence][:MOST_CONDITIONS]
            for key, _, count, in_highest in chosen:
                figures: tuple[Figure, ...] = (Figure(ALL, count, number),)
                if highest:
                    figures = (Figure(HIGHEST, in_highest, highest), *figures)
                yield from _condition(section, presence, key, figures)

    def _moments(self, days: Span, *, ratings: bool) -> Iterator[Offer]:
        rows = briefs.supporting(self._store, days, MOST_MOMENTS)
        found = entries.by_rows(self._store, rows)
        roles = self._roles(name for entry in found for name in entry.content.people)
        for entry in found:
            yield from _moment(entry, roles, ratings=ratings)

    def _follow_ups(self) -> Iterator[Offer]:
        """Yield what is open, with roles in place of the people it is recorded with."""
        found = [loop for loop in self._open_loops() if loop.content.text.strip()]
        roles = self._roles(name for loop in found for name in loop.content.people)
        for loop in found:
            content = loop.content
            said = words.FOLLOW_UPS[content.direction or content.kind].format(
                words=one_line(_with_roles(content.text, content.people, roles))
            )
            who = _joined(tuple(dict.fromkeys(_role_of(name, roles) for name in content.people)))
            said = words.MOMENT_WITH.format(kind=said, who=who) if who else said
            yield Offer(f"{FOLLOW_UP}:{loop.id}", FOLLOW_UP, said)

    def _roles(self, names: Iterable[str]) -> Mapping[str, str]:
        known = tuple(set(names))
        return briefs.roles(self._store, known) if known else {}


def _condition(
    section: str, presence: str, key: str, figures: tuple[Figure, ...]
) -> Iterator[Offer]:
    head = f"{presence}:{key}"
    named = label(CONDITIONS, key)
    said = _capital(named) if presence == PRESENT else words.MORE_OFTEN.format(condition=named)
    yield Offer(head, section, said)
    numbers = numbers_of(figures)
    shown = words.NUMBERS_OFFER.format(
        numbers=", ".join(
            words.CHART_VALUE.format(count=each.count, of=each.of) for each in figures
        )
    )
    yield Offer(f"{head}:numbers", section, numbers, "numbers", head, shown, figures=figures)


def numbers_of(figures: tuple[Figure, ...]) -> str:
    """Return figures in words, always with what they are counted of."""
    *more, everywhere = figures
    if not more:
        return words.NUMBERS.format(count=everywhere.count, of=everywhere.of)
    return words.NUMBERS_HIGHEST.format(
        highest=more[0].count, highest_of=more[0].of, count=everywhere.count, of=everywhere.of
    )


def _moment(entry: Entry, roles: Mapping[str, str], *, ratings: bool) -> Iterator[Offer]:
    head, moment = f"moment:{entry.id}", entry.content
    if not isinstance(moment, Moment):
        return
    who = _roles_of(moment, roles)
    kind = _capital(label(KINDS, moment.kind)) if moment.kind else words.NO_KIND
    said = words.MOMENT_WITH.format(kind=kind, who=_joined(who)) if who else kind
    shown = words.MOMENT_OFFER.format(moment=said, day=words.short_day(entry.when.on))
    yield Offer(head, SUPPORTED, said, "moment", shown=shown)
    if named := tuple(name for name in moment.people if name_key(name) not in words.ROLE_NAMES):
        names = _joined(named)
        said, shown = words.BY_NAME.format(names=names), words.NAME_OFFER.format(names=names)
        yield Offer(f"{head}:name", SUPPORTED, said, "name", head, shown)
    if moment.text.strip():
        said = words.QUOTED.format(words=_with_roles(moment.text, moment.people, roles))
        shown = words.WORDS_OFFER.format(count=words.word_count(len(moment.text.split())))
        yield Offer(f"{head}:words", SUPPORTED, said, "words", head, shown)
    if ratings and moment.supported is not None:
        rated = words.RATED.format(rating=moment.supported)
        shown = words.RATING_OFFER.format(rating=moment.supported)
        yield Offer(f"{head}:rating", SUPPORTED, rated, "rating", head, shown)


def _roles_of(moment: Moment, roles: Mapping[str, str]) -> tuple[str, ...]:
    """Return who a moment was with, by role: as said of the moment, else as said of the person."""
    said = [words.WITH.get(key, key) for key in moment.who]
    return tuple(dict.fromkeys(said or (_role_of(name, roles) for name in moment.people)))


def _role_of(name: str, roles: Mapping[str, str]) -> str:
    """Return the role of a person; one that goes by a role has no other name to hide."""
    if name_key(name) in words.ROLE_NAMES:
        return name
    role = roles.get(name, "")
    return words.WITH.get(role, role) or words.SOMEONE


def _with_roles(text: str, people: Sequence[str], roles: Mapping[str, str]) -> str:
    """Return words with a role in place of everyone they are recorded to name."""
    if not people:
        return text
    names = {name_key(name): _role_of(name, roles) for name in people}
    written = "|".join(
        re.escape(name).replace(r"\ ", "[ _]") for name in sorted(names, key=len, reverse=True)
    )
    return re.sub(
        rf"@?(?<!\w)({written})(?!\w)",
        lambda found: names.get(name_key(found[1].replace("_", " ")), words.SOMEONE),
        unicodedata.normalize("NFC", text),
        flags=re.IGNORECASE,
    )


def _joined(names: tuple[str, ...]) -> str:
    return words.BETWEEN_PEOPLE.join(names)


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def _place(key: str) -> int:
    keys = [condition.key for condition in CONDITIONS]
    return keys.index(key) if key in keys else len(keys)
