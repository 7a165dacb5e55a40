"""Fixtures of every layer. No test ever sees the home, the settings or the zone of the machine."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pyrage
import pytest

from tests import age
from tests.support import FakeClock
from tracejournal.journal.journal import Journal
from tracejournal.model.vocabulary import learn
from tracejournal.store import keys

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home of its own and return the folder that holds everything."""
    folder = tmp_path / "home"
    monkeypatch.setenv("TRACEJOURNAL_HOME", str(folder))
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    for name in ("NO_COLOR", "COLUMNS", "LINES"):  # the last two are set by parallel runs
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture(autouse=True)
def _terms_as_they_came() -> Iterator[None]:
    """Forget what the journal of this test called things: a process has one journal open."""
    yield
    learn(())


@pytest.fixture(autouse=True)
def _passphrases_open_at_once(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Seal with the least work factor, which the file states, in place of a second's worth.

    What the test started as processes of its own seals as it always does. Every key is let go of
    at the end: a process has one journal open.
    """
    monkeypatch.setattr(pyrage.passphrase, "encrypt", age.encrypt)
    yield
    keys.forget()


@pytest.fixture
def clock() -> FakeClock:
    """Monday 23 November 2026, 08:42 in Dublin, until the test sets it."""
    return FakeClock()


@pytest.fixture
def journal(clock: FakeClock) -> Iterator[Journal]:
    """A new journal on a real file in this test's home."""
    with Journal.open(clock=clock, create=True) as opened:
        yield opened


@pytest.fixture
def machine_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Let a test set TZ with `setenv` and `time.tzset()`; the zone is put back after it."""
    with monkeypatch.context() as patch:
        yield patch
    time.tzset()
