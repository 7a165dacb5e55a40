"""Reads that end early, since a newer question made them useless."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from tracejournal.store.engine import Store

_STEPS = 5_000
"""Steps of the engine between two looks: half a millisecond of the slowest scan, and too few looks
to be measured."""


class StoppableRead:
    """A context in which statements fail soon after they are no longer wanted.

    Not the engine's own `interrupt` from another thread: that stops whatever runs when it comes,
    a write that began meanwhile too. This is asked by the statements in the context alone.

    Args:
        store: what is read.
        is_wanted: asked while a statement runs.
    """

    def __init__(self, store: Store, is_wanted: Callable[[], bool]) -> None:
        """Take the store; nothing happens before `with`."""
        self._connection = store.connection
        self._is_wanted = is_wanted

    def __enter__(self) -> None:
        """Let the engine ask from now on."""
        self._connection.set_progress_handler(self._stops, _STEPS)

    def __exit__(self, *_error: object) -> None:
        """Let it run to the end again."""
        self._connection.set_progress_handler(None, 0)

    def _stops(self) -> int:
        return 0 if self._is_wanted() else 1
