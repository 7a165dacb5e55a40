"""What stands beside a journal that is locked: each copy is locked, too, or told of."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests import age
from tests.support import FakeClock
from tracejournal import places
from tracejournal.journal import leftovers
from tracejournal.journal.backups import Backups
from tracejournal.journal.journal import Journal
from tracejournal.journal.lock import Lock, NewLock, new_lock
from tracejournal.model.copies import LockedCopies
from tracejournal.model.draft import MOMENT, Belonging, slot_of
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.errors import Locked, WrongSecret
from tracejournal.store import backups, keys, letters, sealing
from tracejournal.store.engine import Store
from tracejournal.store.opening import is_plain
from tracejournal.store.slot_places import READ_ME
from tracejournal.store.slots import PASSPHRASE, RECOVERY, Slot, found
from tracejournal.words import lock as words

WORDS = "Maria sat with me"
PASS = "three small boats"


def keep(text: str = WORDS) -> str:
    with Journal.open(clock=FakeClock(), create=True) as journal:
        return journal.entries.keep(Draft(Moment(text))).id


def texts() -> list[str]:
    with Journal.open(clock=FakeClock()) as journal:
        return [entry.content.text for entry in journal.history.entries()]


@pytest.fixture
def lock() -> Lock:
    return Lock(FakeClock())


@pytest.fixture
def copies() -> Backups:
    return Backups.of_home(FakeClock())


def new() -> NewLock:
    return new_lock(PASS)


def places_with(text: str, *folders: Path) -> list[str]:
    """Return where words stand for anyone to read."""
    return [
        str(path)
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and text.encode() in path.read_bytes()
    ]


def in_folder(copies: Backups, name: str, content: bytes) -> Path:
    path = Path(copies.folder) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def _second(copies: Backups) -> str:
    """Return the path of a copy that was made in the same second as another."""
    return next(copy.path for copy in copies.all() if copy.name.endswith("Z-2.db"))


def beside(name: str, content: bytes) -> Path:
    path = Path(places.data_folder()) / name
    path.write_bytes(content)
    return path


class TestBackups:
    def test_each_is_locked_in_its_place_and_keeps_its_time(
        self, lock: Lock, copies: Backups, home: Path
    ) -> None:
        keep()
        before = copies.make()
        restored = Path(backups.free_name(copies.folder, FakeClock().local_now(), "restore"))
        restored.write_bytes(Path(before.path).read_bytes())
        changed = Path(before.path).stat().st_mtime_ns
        keep("Later")
        assert not lock.lock(new())
        assert places_with(WORDS, home) == []
        assert Path(before.path).stat().st_mtime_ns == changed
        assert Path(before.path).stat().st_mode & 0o777 == 0o600
        for path in (before.path, str(restored)):
            held = copies.contents(path)
            assert held is not None
            assert held.entries == 1
        assert len(copies.all()) == 3  # and one of the journal as it is now
        held = copies.contents(_second(copies))
        assert held is not None
        assert held.entries == 2

    def test_a_damaged_one_is_sealed_whole_and_told_once(
        self, lock: Lock, copies: Backups, home: Path
    ) -> None:
        keep()
        damaged = Path(copies.folder) / "journal-2026-11-01T080000Z.db"
        Path(copies.make().path).rename(damaged)
        content = bytearray(damaged.read_bytes())
        content[4096 * 2 : 4096 * 3] = b"\xff" * 4096
        damaged.write_bytes(content)
        left = lock.lock(new())
        assert left == LockedCopies(sealed=(f"{damaged}.age",))
        assert not damaged.exists()
        assert places_with(WORDS, home) == []
        with Store(lock.path) as store:
            known = letters.identities(store)
        assert sealing.unseal(Path(left.sealed[0]).read_bytes(), known) == content
        assert not lock.finish()

    def test_one_that_cannot_be_reached_just_now_is_told_and_locked_the_next_time(
        self, lock: Lock, copies: Backups
    ) -> None:
        keep()
        copy = Path(copies.make().path)
        elsewhere = copy.parent.parent / "elsewhere.db"
        copy.rename(elsewhere)
        copy.symlink_to(elsewhere)
        assert lock.lock(new()).plain == (str(copy),)
        copy.unlink()
        elsewhere.rename(copy)
        assert not lock.finish()
        assert not is_plain(str(copy))
        assert copies.contents(str(copy))

    def test_one_with_another_name_elsewhere_keeps_that(self, lock: Lock, copies: Backups) -> None:
        keep()
        copy = Path(copies.make().path)
        mine = copy.parent.parent / "my own copy.db"
        os.link(copy, mine)
        lock.lock(new())
        assert WORDS.encode() in mine.read_bytes()
        assert not is_plain(str(copy))

    def test_those_of_another_key_stay_as_they_were(self, lock: Lock, copies: Backups) -> None:
        keep()
        lock.lock(new())
        copy = copies.all()[0].path
        before = Path(copy).read_bytes()
        keep("Later")
        assert not lock.lock(new_lock("another one"))
        assert Path(copy).read_bytes() == before
        keys.forget()
        lock.unlock("another one")
        assert copies.contents(copy) is None
        lock.unlock_copies(PASS)
        assert copies.contents(copy)


class TestWhatARunLeft:
    def test_parts_of_killed_runs_go(self, lock: Lock, copies: Backups, home: Path) -> None:
        keep()
        words = WORDS.encode()
        copies.make()
        parts = (
            in_folder(copies, "journal-2026-11-01T080000Z.db.part-12ab", words),
            in_folder(copies, "restore.part-12ab", words),
            in_folder(copies, "aside-2026-11-01T080000Z/journal.db.age.part-12ab", words),
            beside("journal.db.part-12ab", words),
            beside("journal.db.new-12ab", words),
            beside("journal-rescued-2026-11-01.db.new-12ab", words),
            beside("journal-rescued-2026-11-01.db.new-12ab-wal", words),
        )
        assert not lock.lock(new())
        assert not any(part.exists() for part in parts)
        assert places_with(WORDS, home) == []

    def test_a_part_that_a_process_is_still_at_stays(self, lock: Lock) -> None:
        keep()
        part = beside("journal-rescued-2026-11-01.db.new-12ab", b"")
        ready, done = os.pipe(), os.pipe()
        if not (child := os.fork()):
            with closing(dbapi2.connect(str(part))) as other:
                other.execute("PRAGMA journal_mode = WAL")
                other.execute("CREATE TABLE a (b)")
                os.write(ready[1], b".")
                os.read(done[0], 1)
            os._exit(0)
        os.read(ready[0], 1)
        try:
            left = lock.lock(new())
        finally:
            os.write(done[1], b".")
            os.waitpid(child, 0)
        assert str(part) in left.plain
        assert not lock.finish()
        assert not part.exists()

    def test_what_was_saved_from_a_damaged_journal_is_locked(
        self, lock: Lock, copies: Backups, home: Path
    ) -> None:
        keep()
        copy = Path(copies.make().path)
        rescued = beside("journal-rescued-2026-11-01.db", copy.read_bytes())
        assert not lock.lock(new())
        assert places_with(WORDS, home) == []
        assert copies.contents(str(rescued))

    def test_what_a_restore_put_aside_is_sealed_whole(
        self, lock: Lock, copies: Backups, home: Path
    ) -> None:
        keep()
        copies.make()
        name = "aside-2026-11-01T080000Z"
        damaged = in_folder(copies, f"{name}/journal.db", b"\0" * 100 + WORDS.encode())
        log = in_folder(copies, f"{name}/journal.db-wal", WORDS.encode())
        left = lock.lock(new())
        assert sorted(left.sealed) == [f"{log}.age", f"{damaged}.age"]
        assert places_with(WORDS, home) == []
        with Store(lock.path) as store:
            known = letters.identities(store)
        assert sealing.unseal(Path(f"{log}.age").read_bytes(), known) == WORDS.encode()

    def test_a_kill_between_sealing_and_removing_loses_nothing(
        self, lock: Lock, copies: Backups
    ) -> None:
        keep()
        name = "aside-2026-11-01T080000Z/journal.db"
        in_folder(copies, f"{name}.age", b"sealed before")
        in_folder(copies, name, b"another one")
        (path,) = lock.lock(new()).sealed
        assert path.endswith("journal.db-2.age")
        assert (Path(copies.folder) / f"{name}.age").read_bytes() == b"sealed before"

    def test_what_a_killed_lock_left_is_finished_at_the_next_unlocking(
        self, lock: Lock, copies: Backups, home: Path
    ) -> None:
        keep()
        copy = copies.make()
        plain = Path(copy.path).read_bytes()
        lock.lock(new())
        Path(copy.path).write_bytes(plain)
        beside("journal.db.part-12ab", WORDS.encode())
        keys.forget()
        lock.unlock(PASS)
        assert not lock.finish()
        assert places_with(WORDS, home) == []
        assert copies.contents(copy.path)


class TestWordsOutside:
    def test_they_become_drafts_of_the_locked_journal(self, lock: Lock, home: Path) -> None:
        keep()
        leftovers.put_draft_aside(slot_of(MOMENT, "", "abcd"), {"text": "Half a thought"})
        leftovers.put_aside(leftovers.NOT_KEPT, "A whole one")
        assert not lock.lock(new())
        assert places_with("thought", home) == []
        assert places_with("whole one", home) == []
        with Journal.open(clock=FakeClock()) as journal:
            assert {each.words for each in journal.drafts.all()} == {
                "Half a thought",
                "A whole one",
            }

    def test_those_an_editor_has_open_stay_and_are_told(
        self, lock: Lock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        keep()
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        folder = tmp_path / f"{leftovers.EDITOR_FOLDER}1234"
        folder.mkdir(mode=0o700)
        leftovers.write_privately(str(folder / leftovers.EDITED), "Just now")
        held = leftovers.hold(str(folder), Belonging(slot_of(MOMENT, "", "abcd"), {}))
        assert held is not None
        assert lock.lock(new()).edited == (str(folder),)
        assert (folder / leftovers.EDITED).read_text() == "Just now"
        os.close(held)
        assert not lock.finish()
        assert not folder.exists()

    def test_those_that_may_belong_to_another_journal_are_told(
        self, lock: Lock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        keep()
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        aside = tmp_path / "not-kept-1234.md"
        leftovers.write_privately(str(aside), "Whose is it")
        assert lock.lock(new()).edited == (str(aside),)


class TestTwoPlaces:
    @staticmethod
    def both(lock: Lock, way: str) -> tuple[Slot, Slot]:
        (here,) = found(lock.folder, way)
        (there,) = found(places.spare_lock_folder(lock.path), way)
        return here, there

    @pytest.mark.parametrize("first", [True, False], ids=["journal", "backups"])
    @pytest.mark.parametrize("way", [PASSPHRASE, RECOVERY])
    def test_a_slot_that_is_gone_comes_back_from_the_other(
        self, way: str, first: bool, lock: Lock
    ) -> None:
        keep()
        lock.lock(new())
        here, there = self.both(lock, way)
        content = here.read()
        Path((here if first else there).path).unlink()
        keys.forget()
        lock.unlock(PASS)
        lock.finish()
        here, there = self.both(lock, way)
        assert here.read() == there.read() == content

    def test_a_change_of_the_passphrase_that_was_cut_short_is_finished(self, lock: Lock) -> None:
        keep()
        made = new()
        lock.lock(made)
        here, there = self.both(lock, PASSPHRASE)
        before = here.read()
        lock.change_passphrase("another one")
        Path(here.path).write_bytes(before)
        keys.forget()
        lock.unlock_by_recovery(made.recovery_key)
        lock.finish()  # nobody can tell yet which of the two their owner knows
        assert not here.same(there)
        keys.forget()
        lock.unlock("another one")
        lock.finish()
        assert here.same(there)
        with pytest.raises(WrongSecret):
            lock.unlock(PASS)

    def test_or_taken_back_where_the_earlier_one_is_what_its_owner_knows(self, lock: Lock) -> None:
        keep()
        lock.lock(new())
        _, there = self.both(lock, PASSPHRASE)
        before = there.read()
        lock.change_passphrase("another one")
        Path(there.path).write_bytes(before)
        keys.forget()
        lock.unlock(PASS)
        lock.finish()
        keys.forget()
        lock.unlock(PASS)
        here, there = self.both(lock, PASSPHRASE)
        assert here.read() == there.read() == before

    def test_a_damaged_slot_never_replaces_a_whole_one(self, lock: Lock) -> None:
        keep()
        made = new()
        lock.lock(made)
        here, there = self.both(lock, PASSPHRASE)
        whole = here.read()
        Path(here.path).write_bytes(b"not what it was")
        keys.forget()
        lock.unlock_by_recovery(made.recovery_key)
        lock.finish()
        assert there.read() == whole
        keys.forget()
        lock.unlock(PASS)  # which proves which of the two it is
        lock.finish()
        assert here.read() == whole

    def test_slots_of_earlier_keys_stay_beside_the_backups_alone(self, lock: Lock) -> None:
        keep()
        lock.lock(new())
        lock.lock(new_lock("another one"))
        assert len(found(lock.folder)) == 2
        assert len(found(places.spare_lock_folder(lock.path))) == 4

    def test_a_kill_after_the_exchange_leaves_a_journal_that_the_same_passphrase_opens(
        self, lock: Lock
    ) -> None:
        keep()
        lock.lock(new())
        before = {slot.path: slot.read() for slot in found(lock.folder)}
        for _ in range(4):  # the slots are tried in the order of names that nobody chose
            lock.lock(new())
            for path, content in before.items():
                Path(path).write_bytes(content)
            keys.forget()
            lock.unlock(PASS)
            assert texts() == [WORDS]
            lock.finish()
            assert len(found(lock.folder)) == 2

    @pytest.mark.parametrize("spoilt", [b"", b"age1notone\n"])
    @pytest.mark.parametrize("both", [True, False])
    def test_whom_notes_are_sealed_to_is_told_by_the_journal(
        self, spoilt: bytes, both: bool, lock: Lock
    ) -> None:
        keep()
        lock.lock(new())
        path = Path(lock.folder) / "letterbox.pub"
        spare = Path(places.spare_lock_folder(lock.path)) / path.name
        whole = path.read_bytes()
        for each in (spare, path) if both else (spare,):
            each.write_bytes(spoilt)
        lock.finish()
        assert path.read_bytes() == spare.read_bytes() == whole


class TestReadMe:
    def test_it_is_in_both_places_and_comes_back(self, lock: Lock) -> None:
        keep()
        lock.lock(new())
        for folder in (lock.folder, places.spare_lock_folder(lock.path)):
            path = Path(folder) / READ_ME
            assert path.read_text("utf-8") == words.READ_ME
            path.unlink()
        lock.finish()
        assert (Path(lock.folder) / READ_ME).exists()

    def test_what_it_says_opens_the_journal_without_this_program(self, lock: Lock) -> None:
        keep()
        lock.lock(new())
        key = age.decrypt(found(lock.folder, PASSPHRASE)[0].read(), PASS).decode().strip()
        lines = [line.strip() for line in words.READ_ME.splitlines()]
        pragma = next(line for line in lines if line.startswith("PRAGMA key"))
        select = next(line for line in lines if line.startswith("SELECT happened_on"))
        with closing(dbapi2.connect(lock.path)) as other:
            other.execute(pragma.replace("THE KEY", key))
            assert [text for _, text in other.execute(select)] == [WORDS]

    def test_it_goes_with_the_lock(self, lock: Lock) -> None:
        keep()
        lock.lock(new())
        lock.remove()
        assert not (Path(lock.folder) / READ_ME).exists()
        assert (Path(places.spare_lock_folder(lock.path)) / READ_ME).exists()


def test_what_is_out_of_reach_is_said_in_words() -> None:
    said = words.left_readable(("a.age",), ("b",), ("c",))
    assert [line[:1] for line in said] == ["a", "b", "c"]
    for word in (
        "exports",
        "cloud",
        "snapshots",
        "swap",
        "history of your shell",
        "the disk keeps",
    ):
        assert any(word in line for line in words.OUT_OF_REACH)


def test_finishing_without_a_key_is_refused(lock: Lock) -> None:
    keep()
    lock.lock(new())
    keys.forget()
    with pytest.raises(Locked, match="unlock"):
        lock.finish()


def test_nothing_is_done_to_copies_of_a_journal_whose_lock_was_removed(
    lock: Lock, copies: Backups
) -> None:
    keep()
    lock.lock(new())
    (key,) = keys.held()
    lock.remove()
    copy = copies.make()
    keys.hold(key)  # as another process still does
    assert not lock.finish()
    assert is_plain(copy.path)
    assert not (Path(lock.folder) / READ_ME).exists()
