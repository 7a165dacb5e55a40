"""The circle: those a person would like to keep in touch with, in the order they give them."""

from __future__ import annotations

from tracejournal.model.circle import LEAVE, REST, Member, checked_name, guessed_sort
from tracejournal.model.errors import Misuse, NotFound
from tracejournal.model.mentions import name_key
from tracejournal.model.record import Record
from tracejournal.store import circle, drafts, knowing, merging
from tracejournal.store.rows import stamp
from tracejournal.words import circle as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Sequence
    from datetime import date
    from typing import Any

    from tracejournal.model.circle import Known
    from tracejournal.model.clock import Clock
    from tracejournal.model.entry import EntryLine
    from tracejournal.store.engine import Store

LATEST = 12
"""So many of the last moments with someone are listed."""


class Merged(Record):
    """Two who became one, so that it can be taken back.

    Attributes:
        gone: the one whose name became an alias, as they were.
        kept: the other one, as they were.
        moved: entries that named the first of them alone.
        both: entries that named both.
        elsewhere: what named the first of them beside entries.
    """

    gone: Member
    kept: Member
    moved: array[int]
    both: array[int]
    elsewhere: tuple[merging.Naming, ...]


class Circle:
    """Use cases about the circle. Entries stay as they are, whatever is done here.

    Whoever is meant can be named by any of their names. All that can be changed about someone can
    be put back with `put_back`.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        """Take the store and the clock."""
        self._store = store
        self._clock = clock

    def members(self) -> tuple[Member, ...]:
        """Return everyone in the circle, in its order."""
        return circle.members(self._store, self._clock.today())

    def outside(self) -> tuple[str, ...]:
        """Return names in kept entries that are not in the circle, by the alphabet."""
        return circle.outside(self._store)

    def everyone(self) -> Iterator[Member]:
        """Yield the circle in its order, then everyone else that anything kept names."""
        yield from self.members()
        yield from circle.outside_in_sight(self._store, self._clock.today())

    def get(self, name: str) -> Member:
        """Return whom a name or an alias means, in the circle or not.

        Raises:
            NotFound: nobody; the sentence names who was probably meant.
        """
        found = circle.by_name(self._store, name.strip().lstrip("@").replace("_", " "), self._today)
        if found is None:
            raise NotFound(self._nobody(name))
        return found

    def at(self, row: int) -> Member | None:
        """Return who stands at a row, `Member.id`; None where nobody does any more."""
        return circle.by_id(self._store, row, self._today)

    def _nobody(self, name: str) -> str:
        typed = name.strip().lstrip("@").replace("_", " ")
        names = {name_key(each): each for each in circle.all_names(self._store)}
        from difflib import get_close_matches  # noqa: PLC0415 - slow to import, and only needed after a slip

        near = get_close_matches(name_key(typed), list(names), 1)
        if near:
            return words.NEAREST.format(name=typed, nearest=names[near[0]])
        return words.UNKNOWN.format(name=typed)

    def known(self, name: str, *, ratings: bool = True) -> Known:
        """Return what the last year tells of someone, by their ratings where those are used."""
        return knowing.known(self._store, self.get(name).id, self._today, ratings=ratings)

    def latest(self, name: str, limit: int = LATEST) -> tuple[EntryLine, ...]:
        """Return the newest kept entries that name someone, newest first."""
        return knowing.latest(self._store, self.get(name).id, limit)

    def add(self, name: str, *, clears: str | None = None, **fields: Any) -> Member:  # noqa: ANN401 - of several types
        """Take someone into the circle, last in its order.

        Args:
            name: what they are called; entries may name them already.
            clears: the slot of the saved draft that goes in the same transaction.
            fields: more fields of `Member`; what they are is guessed where it is not said.

        Raises:
            Misuse: the name cannot be one or means someone in the circle, or a field cannot be.
        """
        called = checked_name(name)
        with self._store.transaction() as store:
            found = circle.by_name(store, called, self._today)
            if found is not None and found.position is not None:
                raise Misuse(words.IN_CIRCLE.format(name=found.name))
            member = found or Member(called)
            fields["aliases"] = (*member.aliases, *fields.get("aliases", ()))
            fields["sort"] = fields.get("sort") or guessed_sort(member.name)
            fields["position"] = circle.next_position(store)
            return self._put(member, fields, clears)

    def change(self, called: str, /, *, clears: str | None = None, **fields: Any) -> Member:  # noqa: ANN401 - of several types
        """Change what is said of someone.

        Where they are called something else, the old name stays as an alias: the words of entries
        are never rewritten, and so still mean them.

        Args:
            called: any of their names.
            clears: the slot of the saved draft that goes in the same transaction.
            fields: the fields of `Member` that change.

        Raises:
            NotFound: there is nobody of that name.
            Misuse: a field cannot be.
        """
        with self._store.transaction():
            member = self.get(called)
            if "name" in fields and name_key(checked_name(fields["name"])) != name_key(member.name):
                aliases = fields.get("aliases", member.aliases)
                fields["aliases"] = (*aliases, member.name)
            return self._put(member, fields, clears)

    def rename(self, name: str, new: str) -> Member:
        """Call someone something else; the old name stays as an alias."""
        return self.change(name, name=new)

    def add_aliases(self, name: str, aliases: Sequence[str]) -> Member:
        """Let other names mean someone, too."""
        return self.change(name, aliases=(*self.get(name).aliases, *aliases))

    def remove_alias(self, name: str, alias: str) -> Member:
        """Let a name no longer mean someone.

        Raises:
            NotFound: it does not.
        """
        member = self.get(name)
        key = name_key(checked_name(alias))
        left = tuple(each for each in member.aliases if name_key(each) != key)
        if left == member.aliases:
            raise NotFound(words.NO_SUCH_ALIAS.format(name=member.name, alias=alias))
        return self.change(name, aliases=left)

    def set_rhythm(self, name: str, ideal: int | None, longest: int | None = None) -> Member:
        """Say how often one would like to be in touch, in days; None for no rhythm."""
        return self._change_inside(name, ideal=ideal, longest=longest)

    def rest(self, name: str, until: date | None = None, *, leave: bool = False) -> Member:
        """Let someone rest, or be on leave, until the end of a day or until further notice."""
        return self._change_inside(name, away=LEAVE if leave else REST, away_until=until)

    def come_back(self, name: str) -> Member:
        """End a rest or a leave."""
        return self._change_inside(name, away="", away_until=None)

    def quiet(self, name: str, *, quiet: bool = True) -> Member:
        """Leave someone out of suggestions and look-back from now on, or no longer.

        They need not be in the circle for it.
        """
        return self.change(name, quiet=quiet)

    def remove(self, name: str) -> Member:
        """Take someone out of the circle and return them as they were. Their entries stay.

        Their aliases stay, too: what words of entries mean does not change. Whom no entry names
        is forgotten.
        """
        with self._store.transaction() as store:
            member = self.get(name)
            gone = Member.restored(
                id=member.id, name=member.name, aliases=member.aliases, quiet=member.quiet
            )
            circle.put(store, gone, self._now)
            circle.remove_unnamed(store, member.id)
            return member

    def move(self, name: str, by: int) -> bool:
        """Move someone up by -1 or down by 1; return whether there was a place to move to."""
        with self._store.transaction() as store:
            order = [member.id for member in self.members()]
            here = self.get(name).id
            place = order.index(here) + by if here in order else -1
            if not 0 <= place < len(order):
                return False
            order.remove(here)
            order.insert(place, here)
            circle.set_order(store, order)
            return True

    def put_back(self, before: Member, called: str) -> Member:
        """Put all that was said of someone back as it was.

        Args:
            before: as they were.
            called: what they are called now.

        Raises:
            Misuse: one of the names means someone else by now.
        """
        with self._store.transaction():
            found = circle.by_name(self._store, called, self._today)
            return self._put(before.replace(id=found.id if found else 0), {}, None)

    def merge(self, name: str, into: str) -> Merged:
        """Let two be one: all that names either of them, under the second one's name.

        The first one's names become aliases of the second. What only the first one had, such as
        a role, a rhythm or a place in the circle, the second takes over.

        Raises:
            NotFound: there is nobody of one of the names.
            Misuse: they are the same already.
        """
        with self._store.transaction() as store:
            gone, kept = self.get(name), self.get(into)
            if gone.id == kept.id:
                raise Misuse(words.MERGE_SELF)
            merged = Merged(
                gone,
                kept,
                merging.only_with(store, gone.id, kept.id),
                merging.with_both(store, gone.id, kept.id),
                merging.elsewhere(store, gone.id, kept.id),
            )
            merging.move_all(store, gone.id, kept.id)
            self._put(kept, _taken_over(gone, kept), None)
            return merged

    def take_apart(self, merged: Merged) -> None:
        """Let two who were merged be two again, each with the entries they had.

        What was kept since then stays with the one it was kept with.
        """
        with self._store.transaction() as store:
            kept = self._put(merged.kept.replace(id=self.get(merged.kept.name).id), {}, None)
            gone = self._put(merged.gone.replace(id=0), {}, None)
            merging.give_back(store, gone.id, kept.id, merged.moved, merged.both)
            merging.give_back_elsewhere(store, gone.id, kept.id, merged.elsewhere)

    def _change_inside(self, name: str, **fields: Any) -> Member:  # noqa: ANN401 - of several types
        """Change what only those in the circle have; whoever is not in it yet is taken in."""
        with self._store.transaction() as store:
            member = self.get(name)
            if member.position is None:
                fields |= {"position": circle.next_position(store)}
                fields |= {"sort": guessed_sort(member.name)}
            return self._put(member, fields, None)

    def _put(self, member: Member, fields: dict[str, Any], clears: str | None) -> Member:
        if fields.get("ideal") is not None and (member.since is None or member.ideal is None):
            fields["since"] = self._today
        person = circle.put(self._store, member.replace(**fields), self._now)
        if clears is not None:
            drafts.discard(self._store, clears)
        return circle.by_id(self._store, person, self._today) or member

    @property
    def _today(self) -> date:
        return self._clock.today()

    @property
    def _now(self) -> str:
        return stamp(self._clock.local_now())


def _taken_over(gone: Member, kept: Member) -> dict[str, Any]:
    """Return what one who stays takes over from one who goes: what they had none of."""
    fields: dict[str, Any] = {"aliases": (*kept.aliases, gone.name, *gone.aliases)}
    fields["role"] = kept.role or gone.role
    fields["quiet"] = kept.quiet or gone.quiet
    if kept.position is None:
        fields |= {"position": gone.position, "sort": gone.sort}
    if kept.ideal is None:
        fields |= {"ideal": gone.ideal, "longest": gone.longest, "since": gone.since}
    if not kept.away:
        fields |= {"away": gone.away, "away_until": gone.away_until}
    return fields
