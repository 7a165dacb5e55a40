"""What became of everything beside a journal that was locked."""

from __future__ import annotations

from tracejournal.model.record import Record


class LockedCopies(Record):
    """What was found beside a locked journal that was readable without the lock.

    Copies that were locked in their place are not told of: they are as they were.

    Attributes:
        sealed: new paths of damaged or foreign files, which are sealed whole; told once.
        plain: paths of files that could not be locked just now; it is tried at every unlocking.
        edited: paths of words that an editor has open just now, which stay as they are.
    """

    sealed: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.sealed or self.plain or self.edited)
