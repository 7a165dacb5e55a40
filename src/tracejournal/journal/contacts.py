"""People I can call: a person's own, and the lines that come along as they made them."""

from __future__ import annotations

import os
from functools import lru_cache

from tracejournal.contacts.page import page
from tracejournal.model.contact import TEXTS, Contact, ContactPage
from tracejournal.model.errors import NotFound
from tracejournal.store import contacts
from tracejournal.store.rows import stamp
from tracejournal.words import call as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from tracejournal.model.clock import Clock
    from tracejournal.store.engine import Store


@lru_cache(maxsize=1)
def lines() -> tuple[Contact, ...]:
    """Return the lines that come with the program, read once."""
    from tracejournal.contacts.lines import load_lines  # noqa: PLC0415 - paid for when used

    return load_lines()


def what_comes_along(region: str, *, own_unread: bool = False) -> ContactPage:
    """Return the page without a journal: there is none yet, or it cannot be read.

    Args:
        region: where the person is; "" for every region's lines.
        own_unread: there is a journal, and the person's own could not be read from it.
    """
    return page(lines(), region, own_unread=own_unread)


class Contacts:
    """Use cases about people to call. Nothing is ever dialled or opened."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Take the store and the clock."""
        self._store = store
        self._clock = clock

    def all(self) -> tuple[Contact, ...]:
        """Return the person's own in their order, then what comes along; hidden ones marked."""
        changed = contacts.changed(self._store)
        along = (line.replace(**changed.get(line.id, {})) for line in lines())
        return (*contacts.own(self._store), *along)

    def touched(self) -> tuple[Contact, ...]:
        """Return the person's own, and the lines they changed or hid."""
        if not contacts.changed(self._store):
            return tuple(contacts.own(self._store))  # the lines need not be read
        return tuple(each for each in self.all() if each.own or each.changed_on or each.hidden)

    def page(self, region: str, *, with_hidden: bool = False) -> ContactPage:
        """Return what is shown where the person is; "" shows the lines of every region."""
        return page(self.all(), region, with_hidden=with_hidden)

    def get(self, contact_id: str) -> Contact:
        """Return one by its id.

        Raises:
            NotFound: there is none.
        """
        found = next((each for each in self.all() if each.id == contact_id), None)
        if found is None:
            raise NotFound(words.UNKNOWN.format(value=contact_id))
        return found

    def add(self, section: str, texts: Mapping[str, str], *, clears: str | None = None) -> Contact:
        """Put in one of the person's own, last in its section, and return it.

        Args:
            section: a key of `model.contact.SECTIONS`.
            texts: some of `model.contact.TEXTS`.
            clears: the slot of the saved draft that goes in the same transaction.

        Raises:
            Misuse: there is neither a name nor a number.
        """
        contact = Contact(f"own-{os.urandom(8).hex()}", section, **_filled(texts))
        self._put(contact, {name: getattr(contact, name) for name in ("section", *TEXTS)}, clears)
        return self.get(contact.id)

    def change(
        self, contact_id: str, texts: Mapping[str, str], *, clears: str | None = None
    ) -> Contact:
        """Change what one says; of a line that comes along only what is different is kept.

        Args:
            contact_id: its id.
            texts: some of `model.contact.TEXTS`.
            clears: the slot of the saved draft that goes in the same transaction.

        Raises:
            NotFound: there is none.
            Misuse: neither a name nor a number would be left.
        """
        contact = self.get(contact_id).replace(**texts)
        came = next((line for line in lines() if line.id == contact_id), None)
        said = {name: getattr(contact, name) for name in texts}
        if came is not None:
            said = {
                name: None if value == getattr(came, name) else value
                for name, value in said.items()
            }
        self._put(contact, said, clears)
        return self.get(contact_id)

    def hide(self, contact_id: str, *, hidden: bool = True) -> Contact:
        """Hide one, or show it again, and return it.

        Raises:
            NotFound: there is none.
        """
        self._put(self.get(contact_id), {"hidden": int(hidden)}, None)
        return self.get(contact_id)

    def remove(self, contact_id: str) -> None:
        """Remove one of the person's own; put a line that comes along back as it came."""
        with self._store.transaction() as store:
            contacts.remove(store, contact_id)

    def move(self, contact_id: str, by: int) -> None:
        """Move one of the person's own within its section: by -1 up, by 1 down."""
        section = self.get(contact_id).section
        ids = [each.id for each in contacts.own(self._store) if each.section == section]
        place = ids.index(contact_id) + by if contact_id in ids else -1
        if 0 <= place < len(ids):
            with self._store.transaction() as store:
                contacts.change_places(store, contact_id, ids[place])

    def _put(self, contact: Contact, fields: Mapping[str, object], clears: str | None) -> None:
        from tracejournal.store import drafts  # noqa: PLC0415 - paid for when used

        with self._store.transaction() as store:
            contacts.put(store, contact.id, fields, stamp(self._clock.local_now()))
            if clears is not None:
                drafts.discard(store, clears)


def _filled(texts: Mapping[str, str]) -> dict[str, Any]:
    return {name: texts.get(name, "") for name in TEXTS}
