"""The journal: the one door of both faces to what is kept."""

from __future__ import annotations

from tracejournal import places
from tracejournal.journal.entries import Entries
from tracejournal.model.clock import Clock
from tracejournal.model.vocabulary import learn
from tracejournal.store.opening import open_store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from tracejournal.journal.backups import Backups
    from tracejournal.journal.briefs import Briefs
    from tracejournal.journal.circle import Circle
    from tracejournal.journal.contacts import Contacts
    from tracejournal.journal.days import Days
    from tracejournal.journal.drafts import Drafts
    from tracejournal.journal.experiments import Experiments
    from tracejournal.journal.guides import Guides
    from tracejournal.journal.history import History
    from tracejournal.journal.looking_back import LookingBack
    from tracejournal.journal.loops import Loops
    from tracejournal.journal.meetings import Meetings
    from tracejournal.journal.patterns import Patterns
    from tracejournal.journal.prompts import Prompts
    from tracejournal.journal.suggestions import Suggestions
    from tracejournal.journal.terms import Terms
    from tracejournal.model.prompt import PromptWishes
    from tracejournal.store.engine import Store
    from tracejournal.store.stopping import StoppableRead

_MANY_CHANGES = 100
"""Rows written since opening: keeping one moment writes about ten, so that `log` never waits."""


class Journal:
    """One person's journal, open. It belongs to the thread that opened it.

    The use cases are grouped by what they are about; each group is made when first asked for, so
    that a command pays for what it uses.
    """

    def __init__(
        self, store: Store, clock: Clock, wishes: Callable[[], PromptWishes] | None = None
    ) -> None:
        """Take an open store, the clock that says what now is, and wishes for prompts."""
        self._store = store
        self._is_open = True
        self.clock = clock
        self._wishes = wishes
        self.entries = Entries(store, clock)

    @classmethod
    def open(
        cls,
        path: str | None = None,
        *,
        clock: Clock | None = None,
        create: bool = False,
        wishes: Callable[[], PromptWishes] | None = None,
    ) -> Self:
        """Open the journal at a path, or where it belongs.

        Args:
            path: the file; the user's own journal where not given.
            clock: the machine's clock where not given.
            create: begin a new journal where there is none.
            wishes: returns what the settings say about prompts that come up by themselves.

        Raises:
            NoJournal: there is none and none was to be made.
            StoreError: it cannot be opened; the sentence says why and what to do.
        """
        store = open_store(path or places.journal_file(), create=create)
        return cls(store, clock or Clock(), wishes)

    @property
    def path(self) -> str:
        """Where the journal is."""
        return self._store.path

    @property
    def is_locked(self) -> bool:
        """Whether the file is locked, as opposed to one that any program can read."""
        return bool(self._store.key)

    @property
    def history(self) -> History:
        """Lists and search."""
        from tracejournal.journal.history import History  # noqa: PLC0415 - paid for when used

        return History(self._store, self.clock)

    @property
    def drafts(self) -> Drafts:
        """Words on their way."""
        from tracejournal.journal.drafts import Drafts  # noqa: PLC0415 - paid for when used

        return Drafts(self._store, self.clock)

    @property
    def looking_back(self) -> LookingBack:
        """What was, on request alone."""
        from tracejournal.journal.looking_back import LookingBack  # noqa: PLC0415 - paid for when used

        return LookingBack(self._store, self.clock)

    @property
    def prompts(self) -> Prompts:
        """The deck, own prompts, and the prompt of the day."""
        from tracejournal.journal.prompts import Prompts  # noqa: PLC0415 - paid for when used

        return Prompts(self._store, self.clock, self._wishes() if self._wishes else None)

    @property
    def contacts(self) -> Contacts:
        """People I can call."""
        from tracejournal.journal.contacts import Contacts  # noqa: PLC0415 - paid for when used

        return Contacts(self._store, self.clock)

    @property
    def circle(self) -> Circle:
        """Those one would like to keep in touch with."""
        from tracejournal.journal.circle import Circle  # noqa: PLC0415 - paid for when used

        return Circle(self._store, self.clock)

    @property
    def suggestions(self) -> Suggestions:
        """Someone it may be nice to hear of, one a day at most."""
        from tracejournal.journal.suggestions import Suggestions  # noqa: PLC0415 - paid for when used

        return Suggestions(self._store, self.clock)

    @property
    def terms(self) -> Terms:
        """Kinds and conditions the person's own way."""
        from tracejournal.journal.terms import Terms  # noqa: PLC0415 - paid for when used

        roles = self._wishes().roles if self._wishes else ()
        return Terms(self._store, self.clock, roles)

    def learn_terms(self) -> bool:
        """Call kinds and conditions from now on what the owner of this journal calls them.

        Returns:
            whether they call any of them another name, hide one or have one of their own.

        Raises:
            StoreError: the file could not be read.
        """
        from tracejournal.store import own_terms  # noqa: PLC0415 - keeping a line does without

        own = own_terms.all_of(self._store)
        learn(own)
        return bool(own)

    @property
    def guides(self) -> Guides:
        """Guided reflections, those that come along and own ones."""
        from tracejournal.journal.guides import Guides  # noqa: PLC0415 - paid for when used

        return Guides(self._store, self.clock)

    @property
    def days(self) -> Days:
        """Days and weeks at a glance."""
        from tracejournal.journal.days import Days  # noqa: PLC0415 - paid for when used

        return Days(self._store, self.clock)

    @property
    def patterns(self) -> Patterns:
        """When support was felt most, and what was there then."""
        from tracejournal.journal.patterns import Patterns  # noqa: PLC0415 - paid for when used

        return Patterns(self._store)

    @property
    def loops(self) -> Loops:
        """What must come back: concerns, promises, and what was heard."""
        from tracejournal.journal.loops import Loops  # noqa: PLC0415 - paid for when used

        return Loops(self._store, self.clock)

    @property
    def meetings(self) -> Meetings:
        """Planned meetings, and what became of them."""
        from tracejournal.journal.meetings import Meetings  # noqa: PLC0415 - paid for when used

        return Meetings(self._store, self.clock)

    @property
    def experiments(self) -> Experiments:
        """Self-experiments, declared beforehand."""
        from tracejournal.journal.experiments import Experiments  # noqa: PLC0415 - paid for when used

        return Experiments(self._store, self.clock)

    @property
    def briefs(self) -> Briefs:
        """What can be ticked for a brief for supervision."""
        from tracejournal.journal.briefs import Briefs  # noqa: PLC0415 - paid for when used

        return Briefs(self._store, self.loops.open)

    @property
    def backups(self) -> Backups:
        """Copies of this journal; they may be used on any thread."""
        from tracejournal.journal.backups import Backups  # noqa: PLC0415 - paid for when used

        return Backups(self._store.path, self.clock)

    def change_count(self) -> int:
        """Return a number that is another one after any change, by this process or another."""
        others = self._store.value("PRAGMA data_version")
        return int(others) * 1_000_003 + self._store.connection.total_changes

    def reading_while(self, is_wanted: Callable[[], bool]) -> StoppableRead:
        """Return a context in which reads end early once they are no longer wanted.

        Args:
            is_wanted: asked from time to time while a statement runs.
        """
        from tracejournal.store.stopping import StoppableRead  # noqa: PLC0415 - the screen's alone

        return StoppableRead(self._store, is_wanted)

    def close(self) -> None:
        """Close the file; after many changes its statistics are refreshed first."""
        if self._is_open and self._store.connection.total_changes >= _MANY_CHANGES:
            self._store.refresh_statistics()
        self._is_open = False
        self._store.close()

    def __enter__(self) -> Self:
        """Use the journal for a while."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close it."""
        self.close()
