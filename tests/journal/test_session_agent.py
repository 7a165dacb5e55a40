"""The process that holds the key: when it ends, however it is asked. It runs here, in the test."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support import FakeClock
from tracejournal import places
from tracejournal.journal import session
from tracejournal.journal.journal import Journal
from tracejournal.journal.lock import Lock, new_lock
from tracejournal.journal.session_agent import Agent
from tracejournal.store import keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.skipif(os.name != "posix", reason="sessions are POSIX")


@pytest.fixture
def path() -> Iterator[str]:
    folder = tempfile.mkdtemp(prefix="tj")
    yield f"{folder}/socket"
    shutil.rmtree(folder)


@pytest.fixture
def key() -> bytes:
    Journal.open(clock=FakeClock(), create=True).close()
    lock = Lock(FakeClock())
    lock.lock(new_lock("three small boats"))
    found = lock.key
    keys.forget()
    return found


def agent(path: str, key: bytes, left: Callable[[], float] = lambda: 60.0) -> Agent:
    return Agent(path, places.journal_file(), key, left)


def slot() -> Path:
    (found,) = Path(places.lock_folder(places.journal_file())).glob("*-passphrase.age")
    return found


def test_when_its_time_is_over_the_key_is_gone(path: str, key: bytes) -> None:
    agent(path, key, lambda: 0.0).serve()
    assert not keys.held()
    assert not os.path.lexists(path)


def test_nobody_gets_the_key_after_its_time_even_before_it_noticed(path: str, key: bytes) -> None:
    left = iter((60.0, 60.0, 0.0, 0.0))  # it looks around, waits for somebody, and they come late
    serving = agent(path, key, lambda: next(left, 0.0))
    answers: list[bytes] = []
    asking = threading.Thread(target=lambda: answers.append(session._answer(path, session.GIVE)))
    asking.start()
    serving.serve()
    asking.join()
    assert answers == [b""]


def test_it_gives_the_key_and_ends_on_request(path: str, key: bytes) -> None:
    serving = threading.Thread(target=agent(path, key).serve)
    serving.start()
    assert session._answer(path, session.GIVE) == key
    assert session._answer(path, b"?") == b""
    assert session._answer(path, session.END) == session.DONE
    serving.join()
    assert not keys.held()
    assert not os.path.lexists(path)
    assert session._answer(path, session.GIVE) == b""


@pytest.mark.parametrize("change", ["rewritten", "removed"])
def test_it_ends_when_what_opens_the_lock_is_another(path: str, key: bytes, change: str) -> None:
    left = iter((0.1, 0.05, 0.0))
    serving = agent(path, key, lambda: next(left))
    if change == "removed":
        slot().unlink()
    else:
        place = slot()
        place.rename(place.with_suffix(".before"))
        place.write_bytes(place.with_suffix(".before").read_bytes())
    serving.serve()
    assert not keys.held()
    assert next(left) == 0.05  # it did not wait for its time to be over


def test_another_in_its_place_is_left_alone(path: str, key: bytes) -> None:
    serving = agent(path, key)
    Path(path).unlink()
    Path(path).write_text("somebody else's")
    serving.serve()
    assert not keys.held()
    assert Path(path).read_text() == "somebody else's"
