"""Words that are not kept are safe in every form, offered once, and found again when asked for."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from textual.events import AppBlur

from tests.letterbox import lock_journal, notes, on_the_disk, unlock_journal
from tests.store.support import stands_in_a_file
from tests.support import FakeClock
from tests.tui.reflecting import find, open_reflect, reflect
from tests.tui.support import (
    house,
    in_journal,
    open_app,
    press,
    screen_text,
    settle,
    type_text,
)
from tracejournal.journal import leftovers
from tracejournal.journal.letters import Taken
from tracejournal.model.draft import Belonging
from tracejournal.model.entry import CheckIn, Draft, Entry, Moment
from tracejournal.tui.screens.check_in import CheckInDialog
from tracejournal.tui.widgets.moment_line import MomentLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tracejournal.journal.journal import Journal
    from tracejournal.model.draft import SavedDraft

OFFER = "Words you had not kept are safe"


def drafts() -> tuple[SavedDraft, ...]:
    return in_journal(lambda journal: journal.drafts.all())


def waiting() -> list[str]:
    return [draft.words for draft in drafts()]


def kept() -> list[str]:
    return in_journal(lambda journal: [each.content.text for each in journal.history.entries("")])


def keep(content: Moment | CheckIn) -> Entry:
    return in_journal(lambda journal: journal.entries.keep(Draft(content)))


def said(pilot: Pilot[int]) -> str:
    """What was said in small windows, which wrap it on the screen."""
    return " ".join(each.message for each in pilot.app._notifications)


def line(pilot: Pilot[int]) -> MomentLine:
    return pilot.app.screen.query_one(MomentLine)


# When they are saved


async def look_away(pilot: Pilot[int]) -> None:
    pilot.app.post_message(AppBlur())
    await settle(pilot)


@pytest.mark.parametrize("key", ["f12", "ctrl+p", "f1", "ctrl+g", "alt+2", "tab", "escape", "f8"])
async def test_words_are_saved_before_anything_else_comes_in_front(key: str) -> None:
    async with open_app() as pilot:
        await pilot.press(*"Half")
        await press(pilot, key)
        assert waiting() == ["Half"]


async def test_words_are_saved_when_the_window_is_left() -> None:
    async with open_app() as pilot:
        await pilot.press(*"Half")
        await look_away(pilot)
        assert waiting() == ["Half"]


async def test_what_was_kept_is_no_draft_whatever_comes_in_front_meanwhile() -> None:
    async with open_app() as pilot:
        await pilot.press(*"Whole", "enter", "f12", "f12", "ctrl+p", "escape")
        await look_away(pilot)
    assert (kept(), waiting()) == (["Whole"], [])


# Where they are offered, and how often


async def test_words_are_offered_once_and_then_found_when_asked_for() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Half a li")
        await press(pilot, "ctrl+q")
    async with open_app() as pilot:
        assert OFFER in screen_text(pilot)
        assert "Half" not in screen_text(pilot)
    async with open_app() as pilot:
        assert OFFER not in screen_text(pilot)
        await press(pilot, "escape", "w")
        assert "a moment · Mon 23 Nov, 08:42 · 3 words" in screen_text(pilot)
        await press(pilot, "enter")
        assert line(pilot).text == "Half a li"


@pytest.mark.parametrize("slot", ["moment", "moment:1", "moment::a:b", "elsewhere"])
async def test_words_saved_under_another_hands_name_are_gone_on_with(slot: str) -> None:
    in_journal(lambda journal: journal.drafts.save(slot, {"text": "Half a thought"}))
    async with open_app() as pilot:
        await press(pilot, "ctrl+o")
        assert "Half a thought" in screen_text(pilot)
        await press(pilot, "enter")
    assert [entry.content.text for entry in in_journal(lambda j: list(j.history.entries()))] == [
        "Half a thought"
    ]


async def test_what_waits_is_listed_and_let_go_after_a_question() -> None:
    async with open_app() as pilot:
        await press(pilot, "escape", "w")
        assert "Nothing is unfinished." in screen_text(pilot)
        in_journal(lambda journal: journal.drafts.save("moment::ab", {"text": "Waits"}))
        await press(pilot, "w")
        assert "Words that are not kept yet" in screen_text(pilot)
        await press(pilot, "alt+o", "n")
        assert waiting() == ["Waits"]
        await press(pilot, "w", "alt+o", "y")
    assert drafts() == ()


async def test_today_leads_to_an_unfinished_reflection() -> None:
    async with open_reflect() as pilot:
        await find(pilot, "steady")
        await type_text(pilot, "Half")
        title = reflect(pilot).desk.at_hand.prompt.title
        await press(pilot, "ctrl+q")
    async with open_app() as pilot:
        assert OFFER in screen_text(pilot)
        await press(pilot, "ctrl+o")
        assert reflect(pilot).form.area.text == "Half"
        assert reflect(pilot).desk.at_hand.prompt.title == title


async def test_today_leads_to_an_unfinished_change_of_an_entry() -> None:
    entry = keep(Moment("As it was"))
    async with open_app() as pilot:
        await press(pilot, "escape", "e")
        await type_text(pilot, " and is")
        await press(pilot, "ctrl+q")
    async with open_app() as pilot:
        await press(pilot, "ctrl+o")
        assert line(pilot).text == "As it was and is"
        assert "These are changes you had begun" in screen_text(pilot)
        await press(pilot, "ctrl+s")
    assert in_journal(lambda j: j.entries.get(entry.id)).content.text == "As it was and is"
    assert drafts() == ()


async def test_a_change_begun_on_an_earlier_version_is_not_taken_for_the_entry_as_it_is() -> None:
    entry = keep(Moment("As it was"))
    async with open_app() as pilot:
        await press(pilot, "escape", "e")
        await type_text(pilot, " and is")
        await press(pilot, "ctrl+q")
    later = FakeClock("2026-11-23T09:00")
    in_journal(lambda journal: journal.entries.revise(entry.id, Moment("Another")), later)
    async with open_app(size=(120, 36)) as pilot:
        await press(pilot, "ctrl+o")
        assert "The entry has changed since you began this" in screen_text(pilot)
        await press(pilot, "ctrl+s", "down", "enter")
    assert sorted(kept()) == ["Another", "As it was and is"]


async def test_a_change_of_an_entry_that_is_gone_can_still_be_kept() -> None:
    entry = keep(Moment("As it was"))
    in_journal(lambda j: j.entries.erase([entry.id]))
    in_journal(lambda j: j.drafts.save(f"edit:{entry.id}:ab", {"text": "Changed"}))
    async with open_app() as pilot:
        await press(pilot, "ctrl+o")
        assert "The entry they belonged to is gone" in said(pilot)
        await press(pilot, "enter")
    assert (kept(), waiting()) == (["Changed"], [])


async def test_the_note_of_a_check_in_is_not_lost() -> None:
    async with open_app() as pilot:
        await press(pilot, "ctrl+g", "6", "tab", "tab", "tab")
        await type_text(pilot, "long day")
        await press(pilot, "escape")
        assert waiting() == ["long day"]
        await press(pilot, "escape", "w", "enter")
        assert isinstance(pilot.app.screen, CheckInDialog)
        await press(pilot, "enter")
    (entry,) = in_journal(lambda journal: list(journal.history.entries("")))
    assert entry.content == CheckIn("long day", energy=6)
    assert drafts() == ()


async def test_numbers_alone_are_no_draft() -> None:
    async with open_app() as pilot:
        await press(pilot, "ctrl+g", "6", "escape")
    assert drafts() == ()


async def test_a_prompt_of_ones_own_is_not_lost_while_it_is_written() -> None:
    async with open_reflect() as pilot:
        await press(pilot, "escape", "a")
        await type_text(pilot, "What hums")
        await press(pilot, "ctrl+q")
    async with open_app() as pilot:
        await press(pilot, "ctrl+o")
        assert line(pilot).text == "What hums"
        await press(pilot, "enter")
    assert drafts() == ()
    assert any(p.text == "What hums" for p in in_journal(lambda j: j.prompts.all()))


# Earlier words


async def test_what_was_deleted_from_a_line_is_found_and_brought_back() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "First")
        await press(pilot, "f12", "f12", "shift+home", "backspace")
        await type_text(pilot, "Second")
        await press(pilot, "f8")
        assert "Earlier words" in screen_text(pilot)
        assert "Mon 23 Nov, 08:42 · 1 word" in screen_text(pilot)
        assert "First" in screen_text(pilot)
        await press(pilot, "enter")
        assert line(pilot).text == "First"
        await press(pilot, "f8", "enter")
        assert line(pilot).text == "Second"
        await press(pilot, "enter")
    assert (kept(), waiting()) == (["Second"], [])


async def test_in_reflect_too() -> None:
    async with open_reflect() as pilot:
        await type_text(pilot, "First")
        await press(pilot, "f12", "f12", "shift+home", "backspace")
        await type_text(pilot, "x")
        await press(pilot, "f8", "enter")
        assert reflect(pilot).form.area.text == "First"


async def test_where_there_are_none_it_is_said() -> None:
    async with open_app() as pilot:
        await press(pilot, "f8")
        assert "There are no earlier words here." in screen_text(pilot)


async def test_an_earlier_version_of_an_entry_is_read_and_brought_back() -> None:
    entry = keep(Moment("First"))
    in_journal(lambda journal: journal.entries.revise(entry.id, Moment("Second")))
    async with open_app() as pilot:
        await press(pilot, "alt+3")
        await settle(pilot)
        await press(pilot, "enter", "f8")
        assert "until Mon 23 Nov, 08:42 · 1 word" in screen_text(pilot)
        await press(pilot, "enter")
        assert kept() == ["First"]
        await press(pilot, "u")
    assert kept() == ["Second"]
    assert in_journal(lambda j: [v.words for v in j.entries.versions(entry.id)])[-1] == "First"


async def test_what_is_erased_takes_all_its_earlier_words_along(home: Path) -> None:
    entry = keep(Moment("qxvfirstqz"))
    in_journal(lambda journal: journal.entries.revise(entry.id, Moment("qxvsecondqz")))
    async with open_app() as pilot:
        await press(pilot, "escape", "e")
        await type_text(pilot, " qxvthirdqz")
        await press(pilot, "f12", "f12", "shift+home", "backspace")
        await press(pilot, "escape")
    assert len(in_journal(lambda j: j.drafts.earlier(j.drafts.all()[0].slot))) == 1
    in_journal(lambda journal: journal.entries.erase([entry.id]))
    in_journal(lambda journal: journal.backups.finish_erasing())
    path = home / "data" / "journal.db"
    for marker in ("qxvfirst", "qxvsecond", "qxvthird"):
        assert not stands_in_a_file(path, marker)


# Where the journal cannot be written


def refuse_writing(pilot: Pilot[int], home: Path) -> Callable[[], None]:
    """Let the disk be full for the journal; return what makes room again."""
    path = home / "data" / "journal.db"
    in_use = house(pilot).journal

    def full(pages: int) -> None:
        in_use.ask_now(lambda j: j._store.run(f"PRAGMA max_page_count = {pages}"))

    size = path.stat().st_size // 4096
    full(size)
    return lambda: full(1_000_000)


LONG = "word " * 40_000
"""More than the pages that are left can take."""


async def test_quitting_with_a_full_disk_puts_the_words_aside_and_finds_them_again(
    home: Path,
) -> None:
    async with open_app() as pilot:
        line(pilot).show_words(LONG)
        refuse_writing(pilot, home)
        await press(pilot, "ctrl+q")
        assert "disk is full" in str(pilot.app._exit_renderables[0])
        assert str(home) in str(pilot.app._exit_renderables[0])
    assert waiting() == []
    (aside,) = (home / "state").glob("unfinished-*")
    assert aside.stat().st_mode & 0o777 == 0o600
    async with open_app() as pilot:
        assert OFFER in screen_text(pilot)
        await press(pilot, "ctrl+o")
        assert line(pilot).text == LONG
    assert list((home / "state").glob("unfinished-*")) == []


async def test_those_of_a_locked_journal_are_put_aside_sealed(home: Path) -> None:
    lock_journal()
    unlock_journal()
    async with open_app() as pilot:
        line(pilot).show_words(LONG)
        refuse_writing(pilot, home)
        await press(pilot, "ctrl+q")
        assert str(notes()[0]) in str(pilot.app._exit_renderables[0])
    assert LONG.encode() not in on_the_disk(home)
    unlock_journal()
    assert in_journal(lambda journal: journal.letters.take_in()) == Taken(1)
    assert waiting() == [LONG]


async def test_where_no_place_takes_the_words_the_app_stays_open_with_them(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    nowhere = tmp_path / "nowhere"
    nowhere.touch()
    async with open_app() as pilot:
        line(pilot).show_words(LONG)
        make_room = refuse_writing(pilot, home)
        monkeypatch.setattr("tempfile.tempdir", str(nowhere))
        shutil.rmtree(home / "state")
        (home / "state").touch()
        await press(pilot, "ctrl+q")
        assert "Your words are still here" in said(pilot)
        assert line(pilot).text == LONG
        make_room()
        await press(pilot, "ctrl+q")
    assert waiting() == [LONG]


async def test_nothing_says_kept_where_the_last_step_of_keeping_fails() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Do not lose me")
        await house(pilot).journal.ask(_fail_at_commit)
        await press(pilot, "enter")
        assert "Kept" not in screen_text(pilot)
        assert line(pilot).text == "Do not lose me"
        await press(pilot, "ctrl+q")
    assert (kept(), waiting()) == ([], ["Do not lose me"])


def _fail_at_commit(journal: Journal) -> None:
    """Let every new entry break a foreign key that is looked at by COMMIT alone."""
    reference = "INTEGER REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED"
    journal._store.run(f"CREATE TABLE late (id {reference})")
    journal._store.run(
        "CREATE TRIGGER late_failure AFTER INSERT ON entries"
        " BEGIN INSERT INTO late VALUES (-1); END"
    )


# Words outside of the journal


async def test_words_of_an_editor_that_was_killed_with_the_program_are_found_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "run" / "tracejournal-abc"
    folder.parent.mkdir()
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder.parent))
    fields: dict[str, object] = {"questions": ["One?", "Two?"], "answers": ["first"]}
    lock = leftovers.hold(str(folder), Belonging("reflection:most-supported:ab", fields, 1))
    (folder / leftovers.EDITED).write_text("From the editor\n")
    assert in_journal(lambda journal: journal.drafts.take_in()) == 0, "it is still being written"
    assert lock is not None
    os.close(lock)
    async with open_app() as pilot:
        assert OFFER in screen_text(pilot)
        await press(pilot, "ctrl+o")
        assert reflect(pilot).form.fields()["answers"] == ["first", "From the editor"]
    assert not folder.exists()


async def test_what_an_entry_said_before_is_at_hand_while_it_is_changed() -> None:
    entry = keep(Moment("First"))
    in_journal(lambda journal: journal.entries.revise(entry.id, Moment("Second")))
    async with open_app() as pilot:
        await press(pilot, "escape", "e")
        await type_text(pilot, " and more")
        await press(pilot, "f8", "enter")
        assert line(pilot).text == "First"
        await press(pilot, "f8", "enter")
        assert line(pilot).text == "Second and more"
        await press(pilot, "f8", "enter", "ctrl+s")
    assert (kept(), waiting()) == (["First"], [])
