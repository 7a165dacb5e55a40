"""A fictional journal of 120 days, so that anyone can look around before writing a word."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from itertools import cycle
from random import Random

from tracejournal.journal.demo_meetings import plan_demo
from tracejournal.model.entry import CheckIn, Draft, Moment, Part, Reflection
from tracejournal.words import demo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from typing import TypeVar

    from tracejournal.journal.journal import Journal
    from tracejournal.model.clock import Clock, Instant

    Card = TypeVar("Card")

DAYS = 120
_HOLIDAY = range(46, 60)
"""Days ago that were a fortnight off: nothing was kept, and nothing is said about it."""

_MOMENTS_A_DAY = (0, 1, 2, 2, 2, 2, 3, 3, 3)
_SATURDAY = 5
_MODES = ("in-person",) * 6 + ("phone", "video", "message", "message", "card", "quiet-company")
_SEVERAL = frozenset({"huddle", "team-check-in", "group-reflection", "laughter", "shared-break"})

# What is likely to have helped, by kind; any other kind takes the first row.
_LIKELY = {
    "": ("close-by", "trust", "both-ways", "time", "seen", "soon", "recognised"),
    "huddle": ("time", "asked-first", "no-detail", "knew-the-work", "close-by", "soon"),
    "debrief": ("asked-first", "no-detail", "listened", "knew-the-work", "private-place"),
    "listening": ("listened", "time", "trust", "seen", "private-place"),
    "asked": ("listened", "time", "seen", "close-by", "trust"),
    "supervision": ("time", "regular-slot", "private-place", "listened", "safe-to-be-unsure"),
    "laughter": ("humour", "both-ways", "close-by", "trust"),
    "shared-break": ("time", "both-ways", "close-by", "humour", "regular-slot"),
    "practical-help": ("practical-help", "right-kind", "said-my-need", "soon"),
    "know-how": ("another-view", "knew-the-work", "time", "safe-to-be-unsure"),
    "recognition": ("recognised", "respected", "senior-first"),
    "promise-kept": ("followed-up", "trust"),
}

# How much a circumstance tends to add to how supported a moment felt. Made up, as all of this.
_ADDS = {"time": 2, "listened": 2, "asked-first": 1, "right-kind": 1, "private-place": 1}
_USUAL_RATING = 5
# On which occasion a kind tends to come, and which support it tends to hold.
_OCCASIONS = {
    "huddle": "hard-work",
    "debrief": "hard-work",
    "listening": "hard-work",
    "practical-help": "hard-work",
    "peer-check-in": "routine",
    "supervision": "routine",
    "team-check-in": "routine",
    "shared-break": "routine",
    "gratitude": "no-occasion",
    "recognition": "good-news",
    "laughter": "good-news",
    "welcome": "change",
    "know-how": "change",
}
_SUPPORTS = {
    "huddle": ("emotional",),
    "debrief": ("emotional", "company"),
    "listening": ("emotional",),
    "asked": ("emotional", "esteem"),
    "practical-help": ("practical",),
    "help-asked": ("practical",),
    "know-how": ("information",),
    "second-view": ("feedback", "information"),
    "supervision": ("feedback", "emotional"),
    "recognition": ("esteem",),
    "gratitude": ("esteem",),
    "shared-break": ("company",),
    "laughter": ("company",),
}

_MISSED_RATING = (1, 2, 3, 3, 4)
_LATELY = 100  # minutes
_CALLED, _EVENING = 24, time(19, 40)
"""Days ago that a friend was on the phone, and not since."""


def fill_demo(journal: Journal) -> None:
    """Keep a fictional journal that ends now: 150 moments or so, reflections and check-ins.

    The same day by the journal's clock gives the same journal.
    """
    journal.entries.keep_all(_Story(journal).drafts())
    for name, sort, role, ideal, longest in demo.CIRCLE:
        journal.circle.add(name, sort=sort, role=role, ideal=ideal, longest=longest)
    journal.circle.rest(demo.RESTING)
    plan_demo(journal)


Line = tuple[str, str, tuple[str, ...]]
"""What a line of `words.demo` says: its key, its sentence, keys of conditions."""


def parts_of(line: str) -> Line:
    """Return the parts of a line between its bars."""
    key, sentence, *conditions = line.split(" | ")
    return key, sentence, tuple(" ".join(conditions).split())


class _Story:
    """One telling of it: draws people, sentences and times."""

    def __init__(self, journal: Journal) -> None:
        self._clock: Clock = journal.clock
        self._today = journal.clock.today()
        self._now = journal.clock.now()
        self._random = Random(self._today.toordinal())  # noqa: S311 - a story, not a secret
        self._further = Random(self._today.toordinal())  # noqa: S311 - what is said one key deeper
        self._questions = {each.id: each.text for each in journal.prompts.all(with_hidden=True)}
        self._lines = cycle(self._spread(demo.MOMENTS))
        self._missed = self._dealt(map(parts_of, demo.MISSED))
        self._reflections = self._dealt(map(parts_of, demo.REFLECTIONS))
        self._notes = self._dealt(demo.NOTES)
        self._peers = self._drawn(demo.PEERS)
        self._teams = self._drawn(demo.TEAMS)

    def drafts(self) -> Iterator[Draft]:
        for ago in range(DAYS - 1, 0, -1):
            if ago == _CALLED:
                moment = Moment(demo.CALL, kind="listening", direction="mutual", mode="phone")
                yield Draft(moment, self._clock.on_day(self._today - timedelta(days=ago), _EVENING))
            if ago not in _HOLIDAY:
                yield from self._past_day(self._today - timedelta(days=ago))
        yield from self._present_day()

    def _past_day(self, day: date) -> Iterator[Draft]:
        if day.weekday() >= _SATURDAY:
            if self._chance(12):
                yield Draft(self._moment(), self._at(day, 10, 19))
            return
        if self._chance(56):
            yield Draft(self._check_in(), self._at(day, 8, 9))
        for _ in range(self._random.choice(_MOMENTS_A_DAY)):
            content = self._missed_moment() if self._chance(6) else self._moment()
            yield Draft(content, self._at(day, 9, 17))
        if self._chance(47):
            yield Draft(self._reflection(), self._at(day, 17, 21))

    def _present_day(self) -> Iterator[Draft]:
        earlier = list(self._earlier_today())
        yield Draft(self._check_in(), earlier[0])
        for when in earlier[1:]:
            yield Draft(self._moment(), when)

    def _earlier_today(self) -> Iterator[Instant]:
        """Yield three times of today in the hours just past, or as few minutes as today has."""
        day_starts = self._clock.day_starts
        start = self._clock.on_day(self._today, day_starts).at
        passed = max((self._now.at - start) // timedelta(minutes=1), 0)
        since = min(passed, _LATELY)
        for share in (10, 45, 80):
            minutes = passed - since + since * share // 100
            wall = datetime.combine(self._today, day_starts) + timedelta(minutes=minutes)
            when = self._clock.on_day(self._today, wall.time())
            yield when if when.at <= self._now.at else self._now

    def _moment(self) -> Moment:
        kind, (direction, sentence, surely) = next(self._lines)
        text, people = self._told(sentence)
        likely = self._some(_LIKELY.get(kind, _LIKELY[""]), 2) if self._chance(60) else ()
        present = tuple(dict.fromkeys((*surely, *likely)))
        return Moment(
            text,
            people=people,
            kind=kind,
            direction=direction,
            mode=self._random.choice(_MODES) if self._chance(80) else None,
            minutes=self._random.choice((2, 5, 10, 10, 15, 30)) if self._chance(40) else None,
            present=present,
            supported=self._rating(present) if self._chance(66) else None,
            support=_SUPPORTS.get(kind, ()) if self._says_more(45) else (),
            occasion=_OCCASIONS.get(kind) if self._says_more(70) else None,
            fit="yes" if direction == "received" and self._chance(25) else None,
        )

    def _missed_moment(self) -> Moment:
        kind, sentence, missing = next(self._missed)
        text, people = self._told(sentence)
        return Moment(
            text,
            people=people,
            kind=kind,
            direction="mutual" if kind in _SEVERAL else "received",
            mode="in-person",
            missing=missing,
            supported=self._random.choice(_MISSED_RATING),
            fit="partly",
        )

    def _reflection(self) -> Reflection:
        prompt, answer, present = next(self._reflections)
        text, people = self._told(answer)
        return Reflection(
            parts=(Part(self._questions.get(prompt, prompt), text),),
            prompt_id=prompt,
            people=people,
            present=present,
            supported=self._rating(present) if present and self._chance(55) else None,
        )

    def _check_in(self) -> CheckIn:
        load = self._random.choice((3, 4, 4, 5, 5, 6, 7, 8))
        energy = min(9, max(2, 10 - load + self._random.choice((-2, -1, 0, 1))))
        return CheckIn(
            next(self._notes) if self._chance(30) else "",
            energy=energy,
            load=load if self._chance(85) else None,
            supported=self._random.choice((4, 5, 6, 6, 7, 7, 8)) if self._chance(60) else None,
        )

    def _told(self, sentence: str) -> tuple[str, tuple[str, ...]]:
        """Return a sentence with people in it, and those its words do not mention with an @."""
        names = {"lead": demo.LEAD, "Lead": demo.LEAD.capitalize(), "team": "", "peer": ""}
        if "{team}" in sentence:
            names["team"] = next(self._teams)
        if "{peer}" in sentence:
            names["peer"] = next(self._peers)
        if "{peer2}" in sentence:
            names["peer2"] = next(self._peers)
        people = (demo.LEAD,) if "{lead}" in sentence.lower() else ()
        return sentence.format(**names), people

    def _rating(self, present: Sequence[str]) -> int:
        added = sum(_ADDS.get(key, 0) for key in present)
        return min(10, max(2, _USUAL_RATING + added + self._random.choice((-1, -1, 0, 1, 1, 2))))

    def _at(self, day: date, first_hour: int, last_hour: int) -> Instant:
        minute = self._random.randrange(first_hour * 60, last_hour * 60)
        return self._clock.on_day(day, time(minute // 60, minute % 60))

    def _chance(self, percent: int) -> bool:
        return self._random.randrange(100) < percent

    def _says_more(self, percent: int) -> bool:
        return self._further.randrange(100) < percent

    def _some(self, choices: Sequence[str], most: int) -> tuple[str, ...]:
        return tuple(self._random.sample(choices, min(self._random.randint(1, most), len(choices))))

    def _spread(self, lines: Mapping[str, Sequence[str]]) -> list[tuple[str, Line]]:
        """Return kinds and lines in an order in which no kind comes in heaps."""
        places: list[tuple[float, tuple[str, Line]]] = []
        for kind, of_kind in lines.items():
            first = self._random.random()
            shuffled = self._random.sample(of_kind, len(of_kind))
            places += [
                ((number + first) / len(shuffled), (kind, parts_of(line)))
                for number, line in enumerate(shuffled)
            ]
        return [line for _, line in sorted(places)]

    def _dealt(self, cards: Iterable[Card]) -> Iterator[Card]:
        """Return the cards shuffled, over and over: each comes back only after all others."""
        pack = list(cards)
        self._random.shuffle(pack)
        return cycle(pack)

    def _drawn(self, names: Sequence[str]) -> Iterator[str]:
        """Yield names without an order one could see, and no one twice in a row."""
        last = ""
        while True:
            last = self._random.choice([name for name in names if name != last])
            yield last
