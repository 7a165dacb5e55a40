"""`log`, `reflect` and `check-in` into a locked journal: kept without a passphrase, and said so."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.support import process
from tests.cli.test_imports import imported_by
from tests.cli.test_reflect import editor_that
from tests.hostile import BRANDED, HOSTILE, LARGE, leaked
from tests.letterbox import lock_journal, notes, on_the_disk, unlock_journal
from tests.terminal.terminal import PATIENCE, Terminal
from tracejournal import places
from tracejournal.journal.journal import Journal
from tracejournal.journal.letters import Taken
from tracejournal.model.text import clean
from tracejournal.model.vocabulary import learn
from tracejournal.store import keys

if TYPE_CHECKING:
    from typing import Any

    from tests.cli.support import Shell
    from tests.support import FakeClock
    from tracejournal.model.draft import SavedDraft

KEPT = "Kept in the letterbox. It joins the journal when you unlock it.\n"
MARKER = "a marker that must not be found"


@pytest.fixture(autouse=True)
def _locked() -> None:
    lock_journal()


def taken_in(shell: Shell) -> list[dict[str, Any]]:
    """Unlock the journal, take in what waits, and return what is kept, newest first."""
    drafts_taken_in(shell.clock)
    return shell.kept()


def drafts_taken_in(clock: FakeClock | None = None) -> list[SavedDraft]:
    """Unlock the journal, take in what waits, and return the drafts in it."""
    count = len(notes())
    unlock_journal()
    with Journal.open(clock=clock) as journal:
        assert journal.letters.take_in() == Taken(count)
        return list(journal.drafts.all())


class TestLog:
    def test_a_moment_is_kept_without_a_passphrase(self, shell: Shell, home: Path) -> None:
        done = shell("log", "Thanked @Priya for covering", "--supported", "8")
        assert (done.code, done.out, done.err) == (0, "", KEPT)
        assert b"Priya" not in on_the_disk(home)
        (entry,) = taken_in(shell)
        assert entry["text"] == "Thanked @Priya for covering"
        assert (entry["kind"], entry["direction"]) == ("gratitude", "given")
        assert (entry["people"], entry["supported"]) == (["Priya"], 8)

    def test_all_that_can_be_said_is_kept(self, shell: Shell) -> None:
        options = (
            "--kind=shared-b", "--with=Dana", "--who=someone", "--mode=in person", "--tag=rest",
            "--condition=time", "--missed=trust", "--minutes=5", "--support=emo", "--fit=part",
            "--occasion=none", "--on=yesterday", "--at=19:00",
        )  # fmt: skip
        assert shell("log", "Tea", *options).err == KEPT
        (sealed,) = taken_in(shell)
        shell.done("log", "Tea", *options)
        plain = next(each for each in shell.kept() if each["id"] != sealed["id"])
        own = ("id", "created_at", "updated_at", "happened_at")
        assert {k: v for k, v in sealed.items() if k not in own} == {
            k: v for k, v in plain.items() if k not in own
        }

    def test_words_come_from_a_pipe_or_are_asked_for(self, shell: Shell) -> None:
        assert shell("log", piped="Through a pipe").err == KEPT
        shell.clock.pass_time(minutes=1)
        assert shell("log", answers="Asked for\n").err.endswith(KEPT)
        assert [entry["text"] for entry in taken_in(shell)] == ["Asked for", "Through a pipe"]

    def test_nothing_to_keep_is_refused_as_always(self, shell: Shell) -> None:
        assert shell("log").code == 2
        assert shell("log", answers="\n").err.endswith("that is fine.\n")
        assert notes() == []

    @pytest.mark.parametrize("option", ["--direction=sideways", "--supported=11", "--on=someday"])
    def test_what_cannot_be_is_refused_before_anyone_types(self, shell: Shell, option: str) -> None:
        done = shell("log", option, answers="Tea\n")
        assert (done.code, "keep?" in done.err) == (2, False)
        assert notes() == []

    def test_own_terms_are_looked_up_later(self, shell: Shell) -> None:
        unlock_journal()
        shell.done("terms", "add", "kind", "Choir")
        keys.forget()
        learn(())  # as in a process of its own
        done = shell("log", "Sang", "--kind", "choir", "--condition", "Good coffee")
        assert done.code == 0
        assert done.err.endswith(KEPT)
        assert "“choir” is looked up" in done.err
        assert "“Good coffee” is looked up" in done.err
        (entry,) = taken_in(shell)
        assert entry["kind"] == "my-choir"
        assert entry["text"] == "Sang\n\nwhat helped: Good coffee"

    def test_json_is_refused_before_anything_is_asked(self, shell: Shell) -> None:
        for command in (("log",), ("log", "Tea"), ("reflect",), ("check-in",)):
            done = shell(*command, "--json", answers="Words\n\n")
            assert (done.code, done.out) == (2, "")
            assert done.err.startswith("The journal is locked, so there is no entry to print")
            assert done.err.count("\n") == 1
        assert notes() == []

    def test_control_characters_are_told_as_always(self, shell: Shell) -> None:
        done = shell("log", f"Tea\x1b{BRANDED['title']}")
        assert done.err == f"{KEPT}Control characters in these words were left out.\n"

    @pytest.mark.parametrize("text", [*HOSTILE.values(), *LARGE.values()], ids=[*HOSTILE, *LARGE])
    def test_hostile_words_reach_the_journal_and_no_terminal(self, text: str, shell: Shell) -> None:
        done = shell("log", "Words", "--kind", text[:400], piped=None)
        assert not leaked(done.err.encode("utf-8", "replace"))
        assert shell("log", piped=text.encode("utf-8", "surrogatepass")).code == 0
        unlock_journal()
        with Journal.open(clock=shell.clock) as journal:
            assert not journal.letters.take_in().aside
            kept = [entry.content.text.strip() for entry in journal.history.entries()]
        if "\ud83d" not in text:  # no pipe can carry that
            assert clean(text).strip() in kept

    def test_with_the_key_at_hand_it_goes_into_the_journal(self, shell: Shell) -> None:
        unlock_journal()
        assert shell.done("log", "Tea").err.startswith("Kept. shared break")
        assert notes() == []

    def test_a_broken_config_loses_no_word(self, shell: Shell, write_config: Path) -> None:
        write_config.write_text("day_starts_at = \n")
        done = shell("log", "Tea")
        assert done.code == 0
        assert done.err.endswith(KEPT)

    def test_it_hints_at_identifiers_without_an_id(self) -> None:
        with Terminal(["log", "Sat with client Mary Smith"]) as terminal:
            assert terminal.wait_for_end() == 0
            said = " ".join(terminal.text.split())
        assert said.index("Kept in the letterbox") < said.index("These words could tell who")
        assert "Once the journal is unlocked" in said
        assert "{id}" not in said
        assert "tracejournal edit" not in said

    def test_neither_the_engine_nor_anything_slow_is_imported(self) -> None:
        imported = imported_by("log", "Thanked @Priya", "--condition", "time")
        assert not imported & {
            "sqlcipher3", "sqlite3", "tracejournal.store.engine", "tracejournal.store.opening",
            "tracejournal.journal.journal", "zxcvbn", "ctypes", "asyncio", "textual", "typing",
            "pathlib", "inspect", "dataclasses", "hashlib",
        }  # fmt: skip
        assert "pyrage" in imported


class TestCheckIn:
    def test_numbers_and_words_are_kept(self, shell: Shell) -> None:
        assert shell("check-in", "--energy", "4", "--note", "Long night").err == KEPT
        (entry,) = taken_in(shell)
        assert (entry["energy"], entry["load"], entry["text"]) == (4, None, "Long night")

    def test_it_asks_as_always(self, shell: Shell) -> None:
        assert shell("check-in", answers="6\n\n7\n").err.endswith(KEPT)
        (entry,) = taken_in(shell)
        assert (entry["energy"], entry["load"], entry["supported"]) == (6, None, 7)


class TestReflect:
    def test_an_answer_goes_with_the_question_that_is_said(self, shell: Shell) -> None:
        done = shell("reflect", "My", "team")
        kept, question = done.err.splitlines()
        assert f"{kept}\n" == KEPT
        (entry,) = taken_in(shell)
        (part,) = entry["parts"]
        assert question == f"It answers the question: {part['question']}"
        assert (part["answer"], entry["prompt_id"] is None) == ("My team", False)

    def test_lines_are_asked_for_below_todays_question(self, shell: Shell) -> None:
        done = shell("reflect", answers="One line\nand more\n\n")
        assert done.code == 0
        assert done.err.endswith(KEPT)
        (entry,) = taken_in(shell)
        assert entry["text"] == "One line\nand more"
        assert done.err.startswith(entry["parts"][0]["question"])

    def test_writing_nothing_is_fine(self, shell: Shell) -> None:
        assert shell("reflect", answers="\n").err.endswith("that is fine.\n")
        assert notes() == []

    def test_an_editor_can_be_used(
        self, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        does = "path.write_text(path.read_text() + 'From my editor')"
        monkeypatch.setenv("EDITOR", editor_that(tmp_path, does))
        assert shell("reflect", "--editor", answers="").err == KEPT
        assert taken_in(shell)[0]["text"] == "From my editor"

    def test_an_editor_that_stops_leaves_a_sealed_draft(
        self, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        does = f"path.write_text(path.read_text() + '{MARKER}'); sys.exit(1)"
        monkeypatch.setenv("EDITOR", editor_that(tmp_path, does))
        done = shell("reflect", "--editor", answers="")
        assert done.code == 1
        assert "wait in the letterbox as a draft" in done.err
        (tmp_path / "editor.py").unlink()
        assert MARKER.encode() not in on_the_disk(tmp_path)
        assert [draft.words for draft in drafts_taken_in()] == [MARKER]

    def test_another_question_is_another_one(self, shell: Shell) -> None:
        first = shell("reflect", "--another", "One").err
        second = shell("reflect", "Two").err
        assert first != second

    def test_a_prompt_that_comes_along_is_found_by_its_start(self, shell: Shell) -> None:
        assert shell("reflect", "--prompt", "one-stead", "The rain").err == KEPT
        assert taken_in(shell)[0]["prompt_id"] == "one-steady-thing"

    def test_one_of_ones_own_cannot_be_looked_up_and_words_are_not_lost(
        self, shell: Shell, home: Path
    ) -> None:
        done = shell("reflect", "--prompt", "mine", piped=MARKER)
        assert done.code == 1
        assert done.err.startswith("The journal is locked, so prompts of your own cannot be")
        assert "They wait in the letterbox as a draft" in done.err
        assert MARKER.encode() not in on_the_disk(home)
        assert [draft.words for draft in drafts_taken_in()] == [MARKER]
        asked = shell("reflect", "--prompt", "mine", answers="Words\n\n")
        assert (asked.code, "An empty line" in asked.err) == (1, False)

    def test_a_guided_reflection_that_comes_along_can_be_walked(self, shell: Shell) -> None:
        done = shell(
            "reflect", "--guided", "what-now", answers="Late calls\n\n\n\n\n\n\n\n\n\n\n\n"
        )
        assert done.code == 0
        assert done.err.endswith(KEPT)
        (entry,) = taken_in(shell)
        assert entry["prompt_id"] == "guided:what-now"
        assert entry["text"] == "Late calls"

    def test_one_of_ones_own_cannot(self, shell: Shell) -> None:
        done = shell("reflect", "--guided", "mine", answers="")
        assert done.code == 1
        assert done.err.startswith("The journal is locked, so guided reflections of your own")


class TestInTheMiddle:
    def wait_for_a_note(self, terminal: Terminal, than: frozenset[Path] = frozenset()) -> None:
        end = PATIENCE
        while not set(notes()) - than:
            terminal.read(0.05)
            end -= 0.05
            assert end > 0, "no draft was saved"

    def test_ctrl_c_at_a_question_leaves_a_sealed_draft(self, home: Path) -> None:
        with Terminal(["log"]) as terminal:
            terminal.wait_for(">")
            terminal.type(MARKER)
            terminal.wait_for(MARKER)
            terminal.settle()
            terminal.process.send_signal(signal.SIGINT)
            terminal.wait_for("Your words wait in the letterbox as a draft.")
            assert terminal.wait_for_end() == 130
        assert MARKER.encode() not in on_the_disk(home)
        assert [draft.words for draft in drafts_taken_in()] == [MARKER]

    @pytest.mark.parametrize("command", [["reflect"], ["reflect", "--guided", "what-now"]])
    def test_a_kill_loses_no_line(self, command: list[str], home: Path) -> None:
        with Terminal(command) as terminal:
            terminal.wait_for(">")
            terminal.type(f"{MARKER}\r")
            self.wait_for_a_note(terminal)
            first = frozenset(notes())
            terminal.type("and a second\r")
            self.wait_for_a_note(terminal, first)
            terminal.process.send_signal(signal.SIGKILL)
            terminal.wait_for_end()
        assert MARKER.encode() not in on_the_disk(home)
        (draft, *_) = drafts_taken_in()
        assert MARKER in str(draft.fields)
        assert "and a second" in str(draft.fields)

    def test_ctrl_c_in_a_reflection_seals_the_line_it_cuts_short(self) -> None:
        with Terminal(["reflect"]) as terminal:
            terminal.wait_for("An empty line ends it.")
            terminal.type("A line\r")
            self.wait_for_a_note(terminal)
            terminal.type("and half of one")
            terminal.wait_for("and half of one")
            terminal.settle()
            terminal.process.send_signal(signal.SIGINT)
            terminal.wait_for("Your words wait in the letterbox as a draft.")
            assert terminal.wait_for_end() == 130
        assert [draft.words for draft in drafts_taken_in()] == ["A line\nand half of one"]


class TestWhereNothingCanBeSealed:
    def lose_the_recipient(self) -> None:
        for folder in (places.lock_folder, places.spare_lock_folder):
            Path(folder(places.journal_file()), "letterbox.pub").unlink()

    def test_words_that_were_typed_in_are_put_aside(self, shell: Shell, home: Path) -> None:
        self.lose_the_recipient()
        done = shell("log", answers="Words that exist nowhere else\n")
        assert done.code == 1
        assert "is missing or damaged. `tracejournal unlock` makes it again." in done.err
        (aside,) = (home / "state").glob("not-kept-*")
        assert aside.read_text() == "Words that exist nowhere else"
        assert str(aside) in done.err

    def test_the_shell_still_has_those_that_were_typed_after_the_command(
        self, shell: Shell, home: Path
    ) -> None:
        self.lose_the_recipient()
        assert shell("log", "Words").code == 1
        assert not (home / "state").exists()

    def test_without_the_library_it_is_said(
        self, shell: Shell, monkeypatch: pytest.MonkeyPatch, home: Path
    ) -> None:
        monkeypatch.setitem(sys.modules, "pyrage", None)
        done = shell("log", piped="Words that exist nowhere else")
        assert done.code == 1
        assert "pyrage" in done.err
        assert len(list((home / "state").glob("not-kept-*"))) == 1

    def test_a_letterbox_that_cannot_be_written_is_said(self, shell: Shell) -> None:
        Path(places.letterbox_folder(places.journal_file())).write_text("in its place")
        done = shell("log", "Words")
        assert done.code == 1
        assert done.err.count("\n") == 1


class TestStatusBar:
    def test_it_says_only_how_many_wait(self, shell: Shell) -> None:
        assert shell.done("today", "--oneline").out == "locked\n"
        shell.done("log", "Tea")
        assert shell.done("today", "--oneline").out == "locked · 1 note waits\n"
        shell.done("log", "Tea")
        done = shell.done("today", "--oneline")
        assert (done.out, done.err) == ("locked · 2 notes wait\n", "")

    def test_open_it_says_what_it_always_says(self, shell: Shell) -> None:
        unlock_journal()
        assert shell.done("today", "--oneline").out == "today is open\n"


def test_many_at_once_through_the_real_door() -> None:
    for number in range(3):
        done = process("log", f"Moment {number}")
        assert (done.returncode, done.stdout, done.stderr.decode()) == (0, b"", KEPT)
    drafts_taken_in()
    with Journal.open() as journal:
        texts = [entry.content.text for entry in journal.history.entries()]
    assert texts == ["Moment 2", "Moment 1", "Moment 0"]


def test_whoever_has_an_age_program_reads_a_note_as_json(shell: Shell) -> None:
    import pyrage  # noqa: PLC0415 - in the place of the program

    from tracejournal.store import letters  # noqa: PLC0415 - to see what the journal holds

    shell.done("log", "Tea with @Priya")
    unlock_journal()
    with Journal.open() as journal:
        (identity,) = letters.identities(journal._store)
    (note,) = notes()
    known = [pyrage.x25519.Identity.from_str(identity)]
    told = json.loads(pyrage.decrypt(note.read_bytes(), known))
    assert told["says"] == {"text": "Tea with @Priya", "people": ["Priya"]}
