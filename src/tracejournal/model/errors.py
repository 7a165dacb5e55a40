"""Refusals. Each carries one plain sentence for the person: what happened and what to do."""

from __future__ import annotations


class JournalError(Exception):
    """Something could not be done. `str(error)` is the sentence a person reads."""

    exit_code = 1


class Misuse(JournalError):  # noqa: N818 - a refusal of what was typed, not a fault
    """What was typed cannot be used: a wrong date, rating, name or option."""

    exit_code = 2


class NotFound(JournalError):  # noqa: N818 - says what is, reads well where it is caught
    """There is no such entry or prompt."""


class ChangedMeanwhile(JournalError):  # noqa: N818 - says what is, reads well where it is caught
    """The entry is not as it was when its change was begun; nothing was written over it."""


class StoreError(JournalError):
    """The journal file could not be opened, read or written."""


class Damaged(StoreError):  # noqa: N818 - says what is, reads well where it is caught
    """The journal file cannot be read as one; what it still holds can be salvaged."""


class Locked(StoreError):  # noqa: N818 - says what is, reads well where it is caught
    """The journal is locked, and nothing that opens it is at hand."""


class WrongSecret(JournalError):  # noqa: N818 - says what is, reads well where it is caught
    """A passphrase or a recovery key does not open the lock, or what it opens is damaged."""


class NoJournal(StoreError):  # noqa: N818 - says what is, reads well where it is caught
    """No journal has been begun yet."""
