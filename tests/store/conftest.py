"""A store on a real file in the test's own folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tracejournal.store.engine import Store


@pytest.fixture
def path(home: Path) -> Path:
    """Where a journal may be begun."""
    return home / "data" / "journal.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A new journal's file, open."""
    with open_store(str(path), create=True) as opened:
        yield opened
