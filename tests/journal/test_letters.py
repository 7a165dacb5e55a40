"""Notes for a locked journal: sealed without a key, taken in once ever, never lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.hostile import HOSTILE, LARGE
from tests.letterbox import PASSPHRASE, lock_journal, notes, on_the_disk, unlock_journal
from tests.store.support import room_for
from tests.support import FakeClock
from tracejournal import places
from tracejournal.exchange.letter import Letter, as_bytes
from tracejournal.journal import editor, leftovers
from tracejournal.journal.journal import Journal
from tracejournal.journal.letterbox import Letterbox, leave_draft
from tracejournal.journal.letters import Taken
from tracejournal.journal.lock import Lock, new_lock
from tracejournal.journal.shut import waiting
from tracejournal.model.entry import CheckIn, Draft, Moment, Part, Reflection
from tracejournal.model.errors import StoreError
from tracejournal.model.text import clean
from tracejournal.model.uuid7 import new_uuid
from tracejournal.store import keys, letterbox, sealing, slots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracejournal.model.entry import Entry

TOGETHER = """
import sys
from tracejournal.journal.journal import Journal
from tracejournal.journal.lock import Lock
from tracejournal.model.clock import Clock
Lock(Clock()).unlock(sys.argv[1])
with Journal.open() as journal:
    print("ready", flush=True)
    sys.stdin.readline()
    print(journal.letters.take_in().count)
"""

ALONE = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:  # where SQLite holds it: SHARED_FIRST and SHARED_SIZE
    fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
"""
"""Takes the lock of whoever is alone with a journal."""


@pytest.fixture(autouse=True)
def _locked() -> None:
    lock_journal()


@pytest.fixture
def box(clock: FakeClock) -> Letterbox:
    return Letterbox(clock)


@pytest.fixture
def opened(clock: FakeClock) -> Iterator[Journal]:
    """The journal, unlocked as soon as a test asks for it."""
    unlock_journal()
    with Journal.open(clock=clock) as journal:
        yield journal


def take_in() -> Taken:
    unlock_journal()
    with Journal.open(clock=FakeClock()) as journal:
        return journal.letters.take_in()


def kept() -> list[Entry]:
    """Return what is kept, the oldest first."""
    with Journal.open(clock=FakeClock()) as journal:
        return list(journal.history.entries())[::-1]


def texts() -> list[str]:
    return [entry.content.text for entry in kept()]


def folder() -> Path:
    return Path(places.letterbox_folder(places.journal_file()))


class TestWhatIsNoNote:
    """Put there by others, or left by a kill: it never keeps the owner out."""

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has none")
    def test_a_pipe_or_a_link_to_nowhere_is_passed_over(self, box: Letterbox) -> None:
        box.entries.keep(Draft(Moment("Tea with Priya")))
        os.mkfifo(folder() / "pipe.age")
        folder().joinpath("link.age").symlink_to("nowhere")
        folder().joinpath("folder.age").mkdir()
        assert waiting() == 1
        assert take_in() == Taken(1)
        assert texts() == ["Tea with Priya"]
        assert waiting() == 0

    def test_a_part_of_a_note_goes_once_it_is_a_day_old(
        self, box: Letterbox, clock: FakeClock
    ) -> None:
        box.entries.keep(Draft(Moment("Tea with Priya")))
        now = clock.now().microseconds // 1_000_000
        for name, age in (("old", 25), ("new", 23)):
            part = folder() / f"1-2.age.new-{name}"
            part.write_bytes(b"half a note")
            os.utime(part, (now - age * 3600, now - age * 3600))
        assert take_in() == Taken(1)
        assert [path.name for path in folder().iterdir()] == ["1-2.age.new-new"]


class TestTakingIn:
    def test_notes_become_entries_as_they_were_written(
        self, box: Letterbox, clock: FakeClock
    ) -> None:
        box.entries.keep(Draft(Moment("Tea with @Priya #rest", kind="shared-break", minutes=5)))
        clock.pass_time(minutes=3)
        parts = (Part("What helped?", "She listened."),)
        box.entries.keep(Draft(Reflection(parts=parts, prompt_id="listened-to")))
        clock.pass_time(minutes=3)
        yesterday = clock.on_day(datetime(2026, 11, 22, tzinfo=UTC).date())
        box.entries.keep(Draft(CheckIn("Tired", energy=3), yesterday))
        clock.pass_time(days=2)
        assert waiting() == 3
        assert take_in() == Taken(3)
        check_in, moment, reflection = kept()
        assert moment.content == Moment("Tea with @Priya #rest", kind="shared-break", minutes=5)
        assert moment.when == FakeClock().now()
        assert moment.created_at == moment.updated_at == "2026-11-23T08:42:00.000000+00:00"
        assert reflection.content == Reflection(parts=parts, prompt_id="listened-to")
        assert check_in.content == CheckIn("Tired", energy=3)
        assert check_in.when == yesterday
        assert check_in.created_at == "2026-11-23T08:48:00.000000+00:00"
        assert waiting() == 0
        assert list(folder().iterdir()) == []

    def test_two_hundred_come_in_the_order_they_were_written(
        self, box: Letterbox, clock: FakeClock
    ) -> None:
        for number in range(200):
            box.entries.keep(Draft(Moment(f"Moment {number}")))
            clock.pass_time(seconds=1)
        assert take_in() == Taken(200)
        assert texts() == [f"Moment {number}" for number in range(200)]
        with Journal.open(clock=FakeClock()) as journal:
            latest = journal.entries.latest()
        assert latest
        assert latest.content.text == "Moment 199"

    def test_those_of_one_instant_are_all_kept(self, box: Letterbox) -> None:
        for number in range(5):
            box.entries.keep(Draft(Moment(f"Moment {number}")))
        assert take_in() == Taken(5)
        assert sorted(texts()) == [f"Moment {number}" for number in range(5)]

    @pytest.mark.parametrize("text", [*HOSTILE.values(), *LARGE.values()], ids=[*HOSTILE, *LARGE])
    def test_hostile_words_come_in_as_the_open_journal_keeps_them(
        self, text: str, box: Letterbox
    ) -> None:
        box.entries.keep(Draft(Moment(text)))
        assert take_in() == Taken(1)
        assert texts() == [clean(text)]

    def test_the_longest_words_fit(self, box: Letterbox) -> None:
        text = "🚲" * 5_000_000
        box.entries.keep(Draft(Moment(text)))
        assert take_in() == Taken(1)
        assert texts() == [text]

    def test_a_plain_journal_takes_in_what_was_left_while_it_was_locked(
        self, box: Letterbox
    ) -> None:
        box.entries.keep(Draft(Moment("Tea")))
        unlock_journal()
        Lock(FakeClock()).remove()
        with Journal.open(clock=FakeClock()) as journal:
            assert journal.letters.take_in() == Taken(1)
        assert texts() == ["Tea"]

    def test_a_note_for_an_earlier_key_comes_in_as_well(self, box: Letterbox) -> None:
        box.entries.keep(Draft(Moment("Before")))
        unlock_journal()
        Lock(FakeClock()).lock(new_lock("another one"))
        keys.forget()
        box.entries.keep(Draft(Moment("After")))
        Lock(FakeClock()).unlock("another one")
        with Journal.open(clock=FakeClock()) as journal:
            assert journal.letters.take_in() == Taken(2)
        assert sorted(texts()) == ["After", "Before"]


class TestOnceEver:
    def test_a_file_that_is_left_after_a_kill_is_not_taken_in_again(self, box: Letterbox) -> None:
        """Between COMMIT and removing the file: it is there, and its id is noted."""
        box.entries.keep(Draft(Moment("Tea")))
        (note,) = notes()
        sealed = note.read_bytes()
        assert take_in() == Taken(1)
        note.write_bytes(sealed)
        assert take_in() == Taken(0)
        assert texts() == ["Tea"]
        assert notes() == []

    def test_nor_does_what_was_erased_since_come_back(self, box: Letterbox) -> None:
        box.entries.keep(Draft(Moment("Tea")))
        (note,) = notes()
        sealed = note.read_bytes()
        take_in()
        with Journal.open(clock=FakeClock()) as journal:
            journal.entries.erase([entry.id for entry in journal.history.entries()])
        note.write_bytes(sealed)
        assert take_in() == Taken(0)
        assert texts() == []

    def test_a_copy_of_a_note_is_the_same_note(self, box: Letterbox) -> None:
        box.entries.keep(Draft(Moment("Tea")))
        (note,) = notes()
        shutil.copy(note, note.with_name("copy (1).age"))
        assert take_in() == Taken(1)
        assert texts() == ["Tea"]
        assert notes() == []

    def test_nothing_is_half_done_where_the_journal_cannot_be_written(
        self, box: Letterbox, opened: Journal
    ) -> None:
        for number in range(3):
            box.entries.keep(Draft(Moment(f"Moment {number}")))
        (folder() / "00000000000000000-00000000.age").write_bytes(b"no note at all")
        opened._store.run("PRAGMA query_only = ON")
        with pytest.raises(StoreError):
            opened.letters.take_in()
        assert waiting() == 4
        opened._store.run("PRAGMA query_only = OFF")
        assert opened.letters.take_in().count == 3

    def test_two_processes_take_each_in_once(self, box: Letterbox) -> None:
        for number in range(60):
            box.entries.keep(Draft(Moment(f"Moment {number}")))
        command = [sys.executable, "-c", TOGETHER, PASSPHRASE]
        both = [
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            for _ in range(2)
        ]
        for each in both:
            assert each.stdout
            assert each.stdout.readline() == "ready\n"
        for each in both:
            assert each.stdin
            each.stdin.write("\n")
            each.stdin.flush()
        said = [each.communicate(timeout=60)[0] for each in both]
        assert [each.returncode for each in both] == [0, 0]
        assert sum(map(int, said)) == 60
        unlock_journal()
        assert sorted(texts()) == sorted(f"Moment {number}" for number in range(60))
        assert notes() == []


class TestSetAside:
    @pytest.mark.parametrize("damage", ["empty", "half", "flipped", "text", "appended"])
    def test_a_damaged_note_is_kept_and_told_and_hinders_no_other(
        self, damage: str, box: Letterbox
    ) -> None:
        box.entries.keep(Draft(Moment("Damaged")))
        (note,) = notes()
        sealed = note.read_bytes()
        middle = len(sealed) * 9 // 10
        flipped = bytes([sealed[middle] ^ 1])
        damaged = {
            "empty": b"",
            "half": sealed[: len(sealed) // 2],
            "flipped": sealed[:middle] + flipped + sealed[middle + 1 :],
            "text": b"no note at all",
            "appended": sealed + b"more",
        }[damage]
        note.write_bytes(damaged)
        box.entries.keep(Draft(Moment("Sound")))
        taken = take_in()
        assert taken.count == 1
        assert texts() == ["Sound"]
        (aside,) = taken.aside
        assert Path(aside).read_bytes() == damaged
        assert Path(aside).parent.stat().st_mode & 0o777 == 0o700
        assert waiting() == 0
        assert letterbox.aside(str(folder())) == [aside]
        assert take_in() == Taken(0)  # told once

    def test_every_flipped_byte_is_noticed(self, box: Letterbox) -> None:
        box.entries.keep(Draft(Moment("Tea")))
        (note,) = notes()
        sealed = note.read_bytes()
        for place in range(len(sealed)):
            changed = bytes([sealed[place] ^ 1])
            (folder() / f"{place}.age").write_bytes(sealed[:place] + changed + sealed[place + 1 :])
        taken = take_in()
        assert (taken.count, len(taken.aside)) == (1, len(sealed))
        assert texts() == ["Tea"]

    @pytest.mark.parametrize(
        "content",
        [b"", b"{}", b"[" * 100_000, b"\xff", json.dumps({"letter": 1, "id": "x"}).encode()],
        ids=range(5),
    )
    def test_what_is_sealed_well_and_is_no_note_is_set_aside(self, content: bytes) -> None:
        letterbox.drop(places.journal_file(), content, 0)
        taken = take_in()
        assert (taken.count, len(taken.aside)) == (0, 1)

    def test_a_note_for_another_journal_is_set_aside(self) -> None:
        sealed = sealing.seal(b"{}", sealing.recipient_of(sealing.new_identity()))
        folder().mkdir(mode=0o700)
        (folder() / "1.age").write_bytes(sealed)
        taken = take_in()
        assert (taken.count, len(taken.aside)) == (0, 1)

    def test_it_comes_in_once_its_journal_is_back(self, box: Letterbox, opened: Journal) -> None:
        box.entries.keep(Draft(Moment("Tea")))
        (known,) = opened._store.rows("SELECT identity, made_at FROM letterbox_identities")
        opened._store.run("DELETE FROM letterbox_identities")
        (aside,) = opened.letters.take_in().aside
        assert opened.letters.take_in() == Taken(0)
        opened._store.run("INSERT INTO letterbox_identities VALUES (?, ?)", known)
        assert opened.letters.take_in() == Taken(1)
        assert not Path(aside).exists()
        assert [entry.content.text for entry in opened.history.entries()] == ["Tea"]

    def test_a_note_never_takes_the_place_of_an_entry(
        self, opened: Journal, clock: FakeClock
    ) -> None:
        entry = opened.entries.keep(Draft(Moment("Mine")))
        letter = Letter(entry.id, clock.now(), Draft(Moment("Another's"), clock.now()))
        letterbox.drop(places.journal_file(), as_bytes(letter), 0)
        taken = opened.letters.take_in()
        assert (taken.count, len(taken.aside)) == (0, 1)
        assert opened.letters.take_in() == Taken(0)
        assert opened.entries.get(entry.id).content.text == "Mine"

    def test_a_note_that_vanishes_is_another_process_s(self, box: Letterbox) -> None:
        box.entries.keep(Draft(Moment("Tea")))
        (folder() / "0.age").symlink_to(folder() / "gone")
        assert take_in() == Taken(1)

    def test_other_files_beside_them_are_left_alone(self, box: Letterbox) -> None:
        box.entries.keep(Draft(Moment("Tea")))
        (folder() / "1.age.new-1a2b").write_bytes(b"half of a note, of a killed process")
        assert waiting() == 1
        assert take_in() == Taken(1)
        assert [path.name for path in folder().iterdir()] == ["1.age.new-1a2b"]

    def test_a_folder_that_cannot_be_written_still_tells(self) -> None:
        folder().mkdir(mode=0o700)
        (folder() / "1.age").write_bytes(b"no note at all")
        (folder() / "damaged").write_text("a file in the place of the folder")
        taken = take_in()
        assert taken.aside == (str(folder() / "1.age"),)


class TestOwnTerms:
    def test_what_was_typed_is_looked_up_once_the_journal_is_open(
        self, box: Letterbox, clock: FakeClock
    ) -> None:
        unlock_journal()
        with Journal.open(clock=FakeClock()) as journal:
            journal.terms.add("kind", "Choir")
            journal.terms.add("condition", "A quiet room", observable=True)
            journal.terms.rename("kind", "laughter", "Giggles")
        keys.forget()
        said = Moment("Sang", kind="choir", present=("a quiet", "time"), missing=("trust",))
        box.entries.keep(Draft(said))
        clock.pass_time(minutes=1)
        box.entries.keep(Draft(Moment("Laughed", kind="gigg")))
        assert take_in() == Taken(2)
        sang, laughed = (entry.content for entry in kept())
        assert sang == Moment(
            "Sang", kind="my-choir", present=("my-a-quiet-room", "time"), missing=("trust",)
        )
        assert laughed == Moment("Laughed", kind="laughter")

    def test_what_means_nothing_stays_among_the_words(
        self, box: Letterbox, clock: FakeClock
    ) -> None:
        said = Moment("Sang", kind="choir", present=("a quiet room",), missing=("a door", "time"))
        box.entries.keep(Draft(said))
        clock.pass_time(minutes=1)
        parts = (Part("What helped?", "She listened."),)
        box.entries.keep(Draft(Reflection(parts=parts, present=("a couch",))))
        take_in()
        moment, reflection = (entry.content for entry in kept())
        words = "Sang\n\nwhat helped: a quiet room\nwas missing: a door\nkind: choir"
        assert moment == Moment(words, missing=("time",))
        assert reflection.text == "She listened.\n\nwhat helped: a couch"

    def test_too_many_words_for_that_leave_it_as_it_was_typed(self, box: Letterbox) -> None:
        said = Moment("x" * 5_000_000, kind="choir")
        box.entries.keep(Draft(said))
        take_in()
        assert [entry.content for entry in kept()] == [said]

    def test_kind_and_direction_are_guessed_as_the_open_journal_guesses_them(
        self, box: Letterbox
    ) -> None:
        unlock_journal()
        with Journal.open(clock=FakeClock()) as journal:
            journal.terms.hide("kind", "laughter")
        keys.forget()
        unsaid = ("kind", "direction")
        box.entries.keep(Draft(Moment("Thanked Sam")), unsaid=unsaid)
        box.entries.keep(Draft(Moment("Thanked Ana")), unsaid=("direction",))
        box.entries.keep(Draft(Moment("Laughed a lot")), unsaid=unsaid)
        take_in()
        found = {entry.content.text: entry.content for entry in kept()}
        assert found["Thanked Sam"] == Moment("Thanked Sam", kind="gratitude", direction="given")
        assert found["Thanked Ana"] == Moment("Thanked Ana", direction="given")
        assert found["Laughed a lot"] == Moment("Laughed a lot")


class TestDrafts:
    def test_what_was_not_finished_becomes_a_saved_draft(
        self, box: Letterbox, opened: Journal
    ) -> None:
        box.drafts.save("reflection:listened-to:1a", {"text": "Half", "answers": ["Half"]})
        box.drafts.save("reflection:listened-to:1a", {"text": "Half a", "answers": ["Half a"]})
        assert waiting() == 1
        assert opened.letters.take_in() == Taken(1)
        (draft,) = opened.drafts.all()
        assert draft.slot == "reflection:listened-to:1a"
        assert draft.fields == {"text": "Half a", "answers": ["Half a"]}
        assert draft.saved_at == "2026-11-23T08:42:00.000000+00:00"

    def test_one_that_is_kept_goes(self, box: Letterbox) -> None:
        box.drafts.save("moment::1a", {"text": "Tea"})
        box.entries.keep(Draft(Moment("Tea")), clears="moment::1a")
        assert take_in() == Taken(1)
        assert texts() == ["Tea"]

    def test_one_that_was_taken_in_meanwhile_is_gone_on_with(self, box: Letterbox) -> None:
        box.drafts.save("moment::1a", {"text": "Tea"})
        assert take_in() == Taken(1)
        keys.forget()
        box.drafts.save("moment::1a", {"text": "Tea and talk"})
        assert take_in() == Taken(1)
        with Journal.open(clock=FakeClock()) as journal:
            assert [draft.words for draft in journal.drafts.all()] == ["Tea and talk"]

    def test_of_two_for_one_form_the_later_stands_whatever_their_files_are_called(
        self, box: Letterbox, clock: FakeClock, opened: Journal
    ) -> None:
        box.drafts.save("moment::1a", {"text": "Tea"})
        (note,) = notes()
        note.rename(note.with_name("zzz.age"))
        clock.pass_time(minutes=1)
        Letterbox(clock).drafts.save("moment::1a", {"text": "Tea and talk"})
        assert opened.letters.take_in() == Taken(2)
        assert [draft.words for draft in opened.drafts.all()] == ["Tea and talk"]

    def test_words_that_are_put_aside_are_sealed(self, tmp_path: Path, opened: Journal) -> None:
        path = leftovers.put_draft_aside("moment::1a", {"text": "secret marker"})
        other = editor.put_aside("secret marker too")
        assert path
        assert other
        assert leftovers.is_sealed(path)
        assert leftovers.is_sealed(other)
        assert leftovers.find() == []
        assert b"marker" not in on_the_disk(tmp_path)
        assert Path(path).stat().st_mode & 0o777 == 0o600
        assert folder().stat().st_mode & 0o777 == 0o700
        assert opened.letters.take_in() == Taken(2)
        held = {draft.form: draft.words for draft in opened.drafts.all()}
        assert sorted(draft.words for draft in opened.drafts.all()) == [
            "secret marker",
            "secret marker too",
        ]
        assert set(held) == {"moment"}

    @pytest.mark.skipif(os.name != "posix", reason="only there closing a file gives up its locks")
    def test_looking_whether_it_is_locked_gives_up_no_lock_on_the_open_journal(
        self, opened: Journal
    ) -> None:
        opened.entries.keep(Draft(Moment("Tea")))
        assert leftovers.put_draft_aside("moment::1a", {"text": "half a line"})
        command = [sys.executable, "-c", ALONE, opened.path]
        assert subprocess.run(command, capture_output=True, check=False).returncode
        opened.close()
        assert not subprocess.run(command, check=False).returncode

    def test_a_plain_journal_puts_them_aside_as_always(self) -> None:
        unlock_journal()
        Lock(FakeClock()).remove()
        path = leftovers.put_draft_aside("moment::1a", {"text": "half a line"})
        assert path
        assert not leftovers.is_sealed(path)
        assert waiting() == 0
        assert [each.slot for each in leftovers.find()] == ["moment::1a"]

    def test_so_does_a_locked_one_that_nothing_can_be_sealed_to(self) -> None:
        for place in (places.lock_folder, places.spare_lock_folder):
            Path(place(places.journal_file()), "letterbox.pub").unlink()
        path = leftovers.put_draft_aside("moment::1a", {"text": "half a line"})
        assert path
        assert not leftovers.is_sealed(path)


class TestWhomToSealTo:
    def lock_file(self) -> Path:
        return Path(places.lock_folder(places.journal_file()), "letterbox.pub")

    def spare_file(self) -> Path:
        return Path(places.spare_lock_folder(places.journal_file()), "letterbox.pub")

    @pytest.mark.parametrize("damaged", [None, b"", b"age1nobody\n", b"\xff\xff"])
    def test_the_one_beside_the_backups_serves_where_the_first_cannot(
        self, damaged: bytes | None, box: Letterbox
    ) -> None:
        right = self.lock_file().read_bytes()
        if damaged is None:
            self.lock_file().unlink()
        else:
            self.lock_file().write_bytes(damaged)
        box.entries.keep(Draft(Moment("Tea")))
        assert take_in() == Taken(1)
        assert self.lock_file().read_bytes() == right  # mended, and nothing said

    def test_without_both_nothing_is_left_and_it_says_so(self, box: Letterbox) -> None:
        self.lock_file().unlink()
        self.spare_file().unlink()
        with pytest.raises(StoreError, match="unlock"):
            box.entries.keep(Draft(Moment("Tea")))
        assert take_in() == Taken(0)
        assert self.lock_file().read_bytes() == self.spare_file().read_bytes()
        assert self.lock_file().stat().st_mode & 0o777 == 0o600
        box.entries.keep(Draft(Moment("Tea")))
        assert take_in() == Taken(1)

    def test_a_recipient_of_another_journal_is_put_right(self, box: Letterbox) -> None:
        other = sealing.recipient_of(sealing.new_identity())
        self.lock_file().write_text(other)
        take_in()
        box.entries.keep(Draft(Moment("Tea")))
        assert take_in() == Taken(1)

    def test_a_journal_that_lost_its_identities_gets_a_new_one(
        self, box: Letterbox, opened: Journal
    ) -> None:
        opened._store.run("DELETE FROM letterbox_identities")
        opened.letters.take_in()
        box.entries.keep(Draft(Moment("Tea")))
        assert opened.letters.take_in() == Taken(1)

    def test_an_identity_that_is_damaged_fails_in_words(
        self, box: Letterbox, opened: Journal
    ) -> None:
        opened._store.run("UPDATE letterbox_identities SET identity = 'AGE-SECRET-KEY-1X'")
        box.entries.keep(Draft(Moment("Tea")))
        assert len(opened.letters.take_in().aside) == 1

    def test_a_plain_journal_gets_none(self, clock: FakeClock) -> None:
        unlock_journal()
        Lock(FakeClock()).remove()
        self.lock_file().unlink()
        with Journal.open(clock=clock) as journal:
            assert journal.letters.take_in() == Taken(0)
        assert not self.lock_file().exists()

    def test_a_full_folder_or_none_at_all_is_said_in_words(self, box: Letterbox) -> None:
        folder().write_text("a file in the place of the folder")
        with pytest.raises(StoreError, match="cannot be written"):
            box.entries.keep(Draft(Moment("Tea")))

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file sizes")
    def test_a_full_disk_leaves_nothing_half_written(self, box: Letterbox) -> None:
        with room_for(1), pytest.raises(StoreError, match="cannot be written"):
            box.entries.keep(Draft(Moment("word " * 10_000)))
        assert list(folder().iterdir()) == []
        box.entries.keep(Draft(Moment("Tea")))
        assert take_in() == Taken(1)

    def test_without_the_library_it_says_so(
        self, box: Letterbox, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "pyrage", None)
        with pytest.raises(StoreError, match="pyrage"):
            box.entries.keep(Draft(Moment("Tea")))

    def test_without_the_library_notes_wait_on(
        self, box: Letterbox, opened: Journal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        box.entries.keep(Draft(Moment("Tea")))
        monkeypatch.setitem(sys.modules, "pyrage", None)
        with pytest.raises(StoreError, match="pyrage"):
            opened.letters.take_in()
        assert waiting() == 1


def test_a_draft_needs_no_clock_of_its_own() -> None:
    assert leave_draft("moment::1a", {"text": "half a line"})
    assert take_in() == Taken(1)


def test_slots_and_notes_do_not_touch_each_other(box: Letterbox) -> None:
    before = [slot.path for slot in slots.found(places.lock_folder(places.journal_file()))]
    box.entries.keep(Draft(Moment("Tea")))
    take_in()
    after = [slot.path for slot in slots.found(places.lock_folder(places.journal_file()))]
    assert before == after


def test_an_id_is_chosen_as_it_is_written(box: Letterbox, clock: FakeClock) -> None:
    box.entries.keep(Draft(Moment("Tea")))
    take_in()
    (entry,) = kept()
    assert entry.id[:13] == new_uuid(clock.now())[:13]
