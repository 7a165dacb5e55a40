"""What was acknowledged is there after anything; what failed has left nothing."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest

from tests.store.support import found, keep, put, room_for
from tracejournal.model.entry import Moment
from tracejournal.model.errors import StoreError
from tracejournal.store.engine import Store
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path


def test_an_error_in_between_leaves_nothing_of_it(store: Store) -> None:
    keep(store, "before")

    def half() -> None:
        with store.transaction():
            put(store, "lost with @Nobody #nowhere")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert found(store) == found(store, "before") == ["before"]
    assert store.value("SELECT count(*) FROM people") == 0
    assert store.value("SELECT sum(moments) FROM days") == 1
    keep(store, "after")
    assert found(store) == ["after", "before"]


def test_ctrl_c_in_between_leaves_nothing_of_it(store: Store) -> None:
    def interrupted() -> None:
        with store.transaction():
            put(store, "lost")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not store.connection.in_transaction
    assert found(store) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file sizes")
def test_where_there_is_no_room_nothing_is_kept_and_nothing_is_lost(
    store: Store, path: Path
) -> None:
    keep(store, "before")
    with room_for(path.stat().st_size + 100_000), pytest.raises(StoreError):
        keep(store, "too much " * 100_000)
    assert found(store) == ["before"]
    keep(store, "with more room")
    assert found(store) == ["with more room", "before"]
    assert store.value("PRAGMA integrity_check") == "ok"


def test_another_program_that_does_not_finish_is_told_of_in_plain_words(
    store: Store, path: Path
) -> None:
    with open_store(str(path)) as other, other.transaction():
        store.run("PRAGMA busy_timeout = 50")
        with pytest.raises(StoreError) as refused:
            keep(store, "here")
    assert str(refused.value) == (
        "Another program is writing to the journal and did not finish. Nothing was lost."
        " Try again in a moment."
    )
    keep(store, "here")
    assert found(store) == ["here"]


def test_many_writers_at_once_all_get_their_turn(path: Path) -> None:
    """Each reads before it writes, which is what makes deferred transactions fail."""
    with open_store(str(path), create=True):
        pass
    errors: list[BaseException] = []

    def write(writer: int) -> None:
        try:
            with Store(str(path)) as store:
                for number in range(25):
                    keep(store, Moment(f"{writer}/{number} with @Priya"))
        except BaseException as error:  # noqa: BLE001 - handed to the thread that asserts
            errors.append(error)

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with open_store(str(path)) as store:
        assert len(set(found(store, "@priya"))) == 100
        assert store.value("SELECT count(*) FROM people") == 1


def test_what_the_engine_says_is_told_without_a_word_of_the_person(store: Store) -> None:
    with pytest.raises(StoreError) as refused:
        store.run("INSERT INTO entries (text) VALUES ('my secret words')")
    assert "secret" not in str(refused.value)
    assert str(refused.value).startswith("The journal could not be read or written just now (")
