"""A damaged file that is locked is saved as well as a plain one, and locked with the same key."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store import damage
from tests.store.support import found, put
from tests.support import FakeClock
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import Draft, Moment, Part, Reflection
from tracejournal.store import keys, locking
from tracejournal.store.engine import Store
from tracejournal.store.opening import is_plain, open_store
from tracejournal.store.page_cipher import PAGE_SIZE, PageCipher
from tracejournal.store.pages import looks_opened_by
from tracejournal.store.salvage import salvage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOW = "2026-11-23T08:42:00.000000+00:00"
KEY = bytes(range(32))


class Written(NamedTuple):
    """A locked journal before it was damaged; `opened` is the same by hand, page by page."""

    content: bytes
    opened: bytes
    pieces: dict[str, list[str]]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    folder = tmp_path_factory.mktemp("locked")
    plain, locked = folder / "plain.db", folder / "locked.db"
    pieces: dict[str, list[str]] = {}
    with Journal.open(str(plain), clock=FakeClock(), create=True) as journal:
        for number in range(20):
            journal.entries.keep(Draft(Reflection(parts=(Part("When?", f"Then {number}."),))))
    with open_store(str(plain)) as store, store.transaction():
        for number in range(300):
            text = f"<moment {number}> with some words"
            put(store, Moment(text, people=(f"Person {number % 40}",)))
            pieces[text] = [text]
        for number in range(4):
            lines = [f"<long {number}, line {line}: and so on>" for line in range(400)]
            put(store, Moment("\n".join(lines)))
            pieces["\n".join(lines)] = lines
    locked.touch()
    keys.hold(KEY)
    locking.write_anew(str(plain), str(locked), KEY)
    keys.forget()
    content = locked.read_bytes()
    opened = opened_by_hand(content)
    sole = {
        text: [piece for piece in all_ if opened.count(piece.encode()) == 1]
        for text, all_ in pieces.items()
    }
    return Written(content, opened, sole)


@pytest.fixture
def _held() -> None:
    keys.hold(KEY)


def opened_by_hand(content: bytes) -> bytes:
    """Return what a locked file holds, each page in its place."""
    cipher = PageCipher(KEY)
    pages = (content[at : at + PAGE_SIZE] for at in range(0, len(content), PAGE_SIZE))
    return b"".join(
        cipher.opened(page, number).ljust(PAGE_SIZE, b"\0") for number, page in enumerate(pages, 1)
    )


def test_the_cipher_does_what_its_standard_says() -> None:
    """FIPS 197, appendix C.3, with an initialization vector of zeros."""
    sealed = bytes.fromhex("8ea2b7ca516745bfeafc49904b496089")
    page = sealed + bytes(PAGE_SIZE - len(sealed))
    plain = bytes.fromhex("00112233445566778899aabbccddeeff")
    assert PageCipher(KEY).begin(page) == plain
    assert PageCipher(KEY).opened(page, 2)[:16] == plain


def test_every_page_is_read_as_the_engine_reads_it(written: Written) -> None:
    assert written.opened.startswith(b"SQLite format 3\0")
    assert all(
        piece.encode() in written.opened for all_ in written.pieces.values() for piece in all_
    )
    assert b"with some words" not in written.content


@given(st.binary(max_size=PAGE_SIZE + 50), st.integers(1, 3))
def test_no_bytes_are_too_odd_for_it(page: bytes, number: int) -> None:
    opened = PageCipher(KEY).opened(page, number)
    assert len(opened) in (0, PAGE_SIZE - 80)


@pytest.mark.usefixtures("_held")
@pytest.mark.parametrize("harm", damage.DAMAGES, ids=lambda harm: harm.__name__)
def test_every_entry_on_undamaged_pages_is_saved_and_locked(
    written: Written, tmp_path: Path, harm: Callable[[bytes, random.Random], damage.Damage]
) -> None:
    path, saved = tmp_path / "journal.db", tmp_path / "saved.db"
    damaged, hit = harm(written.content, random.Random(1))  # noqa: S311 - no secret
    path.write_bytes(damaged)
    report = salvage(str(path), str(saved), NOW, KEY)
    assert path.read_bytes() == damaged
    assert not is_plain(str(saved))
    assert not any(b"with some words" in file.read_bytes() for file in tmp_path.iterdir())
    with Store(str(saved)) as store:
        assert store.key == KEY
        assert store.value("PRAGMA integrity_check") == "ok"
        there = damage.readable(written.opened, written.pieces, hit)
        assert len(there) > len(written.pieces) // 4
        assert there <= set(found(store))
        assert report.kept["entries"] == store.value("SELECT count(*) FROM entries")


@pytest.mark.usefixtures("_held")
def test_what_stands_in_the_wal_of_a_locked_journal_is_saved(
    written: Written, tmp_path: Path
) -> None:
    path, saved = tmp_path / "journal.db", tmp_path / "saved.db"
    path.write_bytes(written.content)
    with Store(str(path)) as store:
        store.run("PRAGMA journal_mode = WAL")
        store.run("PRAGMA wal_autocheckpoint = 0")
        with store.transaction():
            put(store, "only in the wal")
        wal = (tmp_path / "journal.db-wal").read_bytes()
        content = path.read_bytes()
    path.write_bytes(bytes(PAGE_SIZE) + content[PAGE_SIZE:])
    (tmp_path / "journal.db-wal").write_bytes(wal)
    salvage(str(path), str(saved), NOW, KEY)
    with Store(str(saved)) as store:
        assert "only in the wal" in found(store)


@pytest.mark.usefixtures("_held")
def test_nothing_is_made_of_a_file_that_another_key_locks(written: Written, tmp_path: Path) -> None:
    path, saved = tmp_path / "journal.db", tmp_path / "saved.db"
    path.write_bytes(written.content)
    assert salvage(str(path), str(saved), NOW, os.urandom(32)).path is None
    assert not saved.exists()


@pytest.mark.parametrize("harm", damage.DAMAGES, ids=lambda harm: harm.__name__)
def test_a_wrong_key_is_told_from_damage(
    written: Written, tmp_path: Path, harm: Callable[[bytes, random.Random], damage.Damage]
) -> None:
    path = tmp_path / "journal.db"
    damaged, _ = harm(written.content, random.Random(2))  # noqa: S311 - no secret
    path.write_bytes(damaged)
    mangled = harm is damage.windows_line_endings  # every page is somewhere else
    assert looks_opened_by(str(path), KEY) == (not mangled)
    assert not looks_opened_by(str(path), os.urandom(32))
    assert not looks_opened_by(str(path), b"")
