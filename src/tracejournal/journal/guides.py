"""Guided reflections: those that come with the program, and the person's own."""

from __future__ import annotations

from functools import lru_cache

from tracejournal.model.errors import Misuse, NotFound
from tracejournal.model.guided import PREFIX
from tracejournal.store import guides
from tracejournal.store.rows import stamp
from tracejournal.words import guided as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from tracejournal.model.clock import Clock
    from tracejournal.model.guided import Guide
    from tracejournal.store.engine import Store


@lru_cache(maxsize=1)
def shipped() -> tuple[Guide, ...]:
    """Return the guides that come with the program, read once."""
    from tracejournal.prompts.guided import load_guides  # noqa: PLC0415 - paid for when used

    return load_guides()


def chosen(known: Sequence[Guide], typed: str) -> Guide:
    """Return the guide that an id, the unique start of one, or a prompt id means.

    Raises:
        NotFound: there is none, or more than one.
    """
    wanted = typed.strip().removeprefix(PREFIX)
    found = [each for each in known if each.id == wanted] or [
        each for each in known if wanted and each.id.startswith(wanted)
    ]
    if len(found) != 1:
        raise NotFound(words.UNKNOWN_GUIDE.format(value=typed))
    return found[0]


class Guides:
    """Use cases about guided reflections."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Take the store and the clock."""
        self._store = store
        self._clock = clock

    def all(self) -> tuple[Guide, ...]:
        """Return those that come along, then the person's own."""
        return (*shipped(), *self.own())

    def own(self) -> tuple[Guide, ...]:
        """Return the person's own, in the order they came."""
        return guides.own(self._store)

    def get(self, typed: str) -> Guide:
        """Return one guide, see `chosen`.

        Raises:
            NotFound: there is none, or more than one.
        """
        return chosen(self.all(), typed)

    def take_in(self, new: Iterable[Guide]) -> tuple[Guide, ...]:
        """Put in guides as the person's own; return those that were not there before.

        One whose id is taken by another gets a new id: nothing is ever written over.
        """
        added: list[Guide] = []
        with self._store.transaction() as store:
            known = {guide.id: guide for guide in self.all()}
            for guide in new:
                alike = [each for each in known.values() if _same(each, guide)]
                if alike:
                    continue
                mine = guide.replace(id=_free_id(guide.id, known), own=True)
                guides.add(store, mine, stamp(self._clock.local_now()))
                known[mine.id] = mine
                added.append(mine)
        return tuple(added)

    def remove(self, typed: str) -> Guide:
        """Remove a guide of the person's own and return what it was.

        Raises:
            NotFound: there is no such guide.
            Misuse: it came with the program.
        """
        guide = self.get(typed)
        if not guide.own:
            raise Misuse(words.NOT_OWN.format(value=guide.id))
        with self._store.transaction() as store:
            guides.remove(store, guide.id)
        return guide


def _same(one: Guide, other: Guide) -> bool:
    return one.replace(id="", own=False) == other.replace(id="", own=False)


def _free_id(wanted: str, taken: Collection[str]) -> str:
    number, candidate = 2, wanted
    while candidate in taken:
        candidate, number = f"{wanted}-{number}", number + 1
    return candidate
