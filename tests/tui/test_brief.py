"""The brief for supervision: empty at first, ticked line by line, its file as it was previewed."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tests.store.support import room_for
from tests.support import FakeClock
from tests.tui.support import (
    LARGE,
    SMALL,
    house,
    in_journal,
    open_app,
    press,
    screen_text,
    settle,
    type_text,
)
from tracejournal.model.entry import Draft, Moment
from tracejournal.tui.screens.brief import BriefDialog
from tracejournal.tui.screens.brief_file import LastLookDialog, WrittenDialog, suggested_path
from tracejournal.tui.screens.brief_line import BriefLineDialog
from tracejournal.tui.widgets.brief_list import BriefList
from tracejournal.words import brief as words

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tracejournal.journal.journal import Journal
    from tracejournal.model.draft import SavedDraft

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def user() -> Path:
    """The home of the person, where their files are."""
    folder = Path.home()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def keep(journal: Journal) -> None:
    for number in range(9):
        said = Moment(
            "Zqwords with @Zqname #zqtag",
            kind="huddle",
            direction="received",
            supported=8 if number else 3,
            present=("time",),
            missing=() if number else ("humour",),
        )
        when = journal.clock.on_day(TODAY - timedelta(days=number), time(8))
        journal.entries.keep(Draft(said, when))


@pytest.fixture
def kept() -> None:
    in_journal(keep, FakeClock())


def screen(pilot: Pilot[int]) -> BriefDialog:
    found = [each for each in pilot.app.screen_stack if isinstance(each, BriefDialog)]
    assert found
    return found[0]


def preview(pilot: Pilot[int]) -> str:
    """What the right side says."""
    return str(screen(pilot).query_one(".preview Static", Static).content)


def listed(pilot: Pilot[int]) -> list[str]:
    options = screen(pilot).query_one(BriefList).options
    return [" ".join(str(option.prompt).split()) for option in options]


async def go_to(pilot: Pilot[int], said: str) -> None:
    """Put the cursor on the line that says this."""
    place = next(place for place, line in enumerate(listed(pilot)) if said in line)
    screen(pilot).query_one(BriefList).highlighted = place
    await pilot.pause()


async def tick(pilot: Pilot[int], *lines: str) -> None:
    for said in lines:
        await go_to(pilot, said)
        await press(pilot, "space")


async def write(pilot: Pilot[int], path: Path) -> str:
    """Write the file and return what the last look showed."""
    await press(pilot, "ctrl+s")
    dialog = pilot.app.screen
    assert isinstance(dialog, LastLookDialog)
    shown = str(dialog.query_one(".bytes Static", Static).content)
    dialog.query_one(Input).value = str(path)
    await press(pilot, "enter")
    await settle(pilot)
    return shown


def in_a_row(pilot: Pilot[int]) -> str:
    """Return what the dialog says, for sentences that are broken into lines."""
    box = pilot.app.screen.query_one(".dialog").region
    lines = screen_text(pilot).splitlines()[box.y : box.bottom]
    return " ".join(" ".join(line[box.x + 1 : box.right - 1] for line in lines).split())


def files(folder: Path) -> list[str]:
    """What a folder holds."""
    return [each.name for each in folder.iterdir()]


def waiting() -> tuple[SavedDraft, ...]:
    return in_journal(lambda journal: journal.drafts.all())


@pytest.mark.parametrize("there", [(), ("alt+2",), ("alt+3",), ("f6",), ("escape",)])
@pytest.mark.parametrize("key", ["alt+r", "alt+b"])
async def test_it_opens_with_one_key_from_every_screen_and_goes_back(
    there: tuple[str, ...], key: str
) -> None:
    async with open_app() as pilot:
        await press(pilot, *there)
        behind = pilot.app.screen
        await press(pilot, key)
        assert isinstance(pilot.app.screen, BriefDialog)
        await press(pilot, "escape")
        assert pilot.app.screen is behind
    assert waiting() == ()


async def test_the_palette_knows_it() -> None:
    async with open_app() as pilot:
        await press(pilot, "ctrl+p", *"brief", "enter")
        assert isinstance(pilot.app.screen, BriefDialog)


@pytest.mark.usefixtures("kept")
async def test_rule_27_it_starts_empty_and_says_so(user: Path) -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        assert preview(pilot) == words.PREVIEW_EMPTY
        assert not [line for line in listed(pilot) if words.TICKED in line]
        assert "Time was protected" in screen_text(pilot)
        assert "zq" not in screen_text(pilot).lower()
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, BriefDialog)
        assert "Nothing is ticked yet" in screen_text(pilot)
    assert files(user) == []


@pytest.mark.parametrize("down", ["down", "j"])
async def test_every_line_is_reached_and_ticked_by_keys(down: str) -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+r", "space", down, "space", down, down, "enter", "k", "k", "space")
        ticked = [line for line in listed(pilot) if words.TICKED in line]
        assert ticked == ["☑ 27 October to 23 November 2026", "☑ To decide something"]


@pytest.mark.usefixtures("kept")
async def test_rule_27_only_ticked_lines_are_in_it() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        await tick(pilot, "To be heard", "Time was protected")
        assert preview(pilot) == (
            "# For supervision\n\n## What I want today\n\n- To be heard\n"
            "\n## What supported me\n\n- Time was protected\n"
        )
        await tick(pilot, "To be heard", "with its numbers", "a chart of the numbers")
        said = preview(pilot)
        assert "To be heard" not in said
        assert "in 8 of my 8 most supported moments, in 9 of all 9" in said
        assert "█ " in said
        await tick(pilot, "Time was protected")
        assert preview(pilot) == words.PREVIEW_EMPTY


@pytest.mark.usefixtures("kept")
async def test_rule_27_a_name_words_and_a_number_go_in_one_by_one_and_it_is_said_plainly() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        await tick(pilot, "Peer huddle, with someone")
        assert preview(pilot).endswith("- Peer huddle, with someone\n")
        for line, note, said in (
            ("name Zqname", words.NOTES["name"], "That was Zqname."),
            ("with my words", words.NOTES["words"], "Zqwords with someone"),
            ("with my number", words.NOTES["rating"], "How supported I felt: 8 of 10"),
        ):
            await go_to(pilot, line)
            shown = str(screen(pilot).query_one(".note", Static).content)
            assert (shown, said in preview(pilot)) == (note, False)
            await press(pilot, "space")
            assert said in preview(pilot)
            await press(pilot, "space")
            assert said not in preview(pilot)


@pytest.mark.parametrize("presses", [0, 1, 2])
@pytest.mark.usefixtures("kept")
async def test_rule_27_the_preview_is_the_file_byte_for_byte(user: Path, presses: int) -> None:
    path = user / "out"
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r", *["f"] * presses)
        await tick(pilot, "23 November 2026", "To think together", "Time was protected")
        await tick(pilot, "with its numbers", "a chart of the numbers", "Peer huddle")
        live = preview(pilot)
        shown = await write(pilot, path)
        raw = path.read_bytes()
        assert raw == shown.encode()
        assert (live == shown) == (
            presses != 2
        )  # of a page, the words are shown until the last look
        assert isinstance(pilot.app.screen, WrittenDialog)
        told = [str(each.content) for each in pilot.app.screen.query(Static)]
        assert told == [str(path), words.OUTSIDE]
        assert path.stat().st_mode & 0o777 == 0o600
        assert b"zq" not in raw.lower()
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BriefDialog)
    assert files(user) == ["out"]


async def test_topics_have_options_or_none_yet_and_there_are_three_at_most() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        await go_to(pilot, words.ADD["topic"])
        await press(pilot, "enter")
        await type_text(pilot, "The wait list")
        await press(pilot, "enter")
        await go_to(pilot, words.ADD_OPTION)
        await press(pilot, "space")
        await type_text(pilot, "Ask Jo")
        await press(pilot, "enter")
        await tick(pilot, words.NO_OPTION)
        assert preview(pilot).split("\n")[4:] == [
            "1. The wait list", "   - One option: Ask Jo", "   - I don't have an option yet.", "",
        ]  # fmt: skip
        for topic in ("Two", "Three"):
            await go_to(pilot, words.ADD["topic"])
            await press(pilot, "a")
            await type_text(pilot, topic)
            await press(pilot, "enter")
        assert words.ADD["topic"] not in listed(pilot)


async def test_rule_28_none_yet_takes_no_more_than_an_option_and_looks_the_same() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        await go_to(pilot, words.ADD["topic"])
        await press(pilot, "enter", *"x", "enter")
        lines = listed(pilot)
        option, none = lines.index(words.ADD_OPTION), lines.index(f"☐ {words.NO_OPTION}")
        assert none == option + 1
        options = screen(pilot).query_one(BriefList).options
        for prompt in (options[option].prompt, options[none].prompt):
            assert isinstance(prompt, Content)
            assert {str(span.style) for span in prompt.spans} <= {""}


@pytest.mark.parametrize("section", ["supported", "need", "follow-up", "good"])
async def test_a_line_of_ones_own_is_ticked_and_can_be_taken_out(section: str) -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        await go_to(pilot, words.ADD[section])
        await press(pilot, "a")
        await type_text(pilot, "My own line")
        await press(pilot, "enter")
        assert preview(pilot).endswith("- My own line\n")
        assert (words.ADD[section] in listed(pilot)) == (section != "good")
        await press(pilot, "e")
        await type_text(pilot, " again")
        await press(pilot, "enter")
        assert preview(pilot).endswith("- My own line again\n")
        await press(pilot, "d")
        assert preview(pilot) == words.PREVIEW_EMPTY
        assert "f8 brings earlier words back" in screen_text(pilot)


@pytest.mark.usefixtures("kept")
async def test_a_line_in_ones_own_words_is_a_copy_and_d_brings_back_what_it_said() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        await tick(pilot, "Peer huddle, with someone")
        await go_to(pilot, "with my words")
        await press(pilot, "e", "ctrl+u")
        await type_text(pilot, "That hour")
        await press(pilot, "enter")
        assert "That hour" in preview(pilot)
        assert "Zqwords" not in preview(pilot)
        await press(pilot, "d")
        assert "Zqwords" in preview(pilot)
    assert len(in_journal(lambda journal: journal.history.find("zqwords"))) == 9


async def test_days_are_chosen_from_a_list_or_typed() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r", "p", "enter")
        assert "10 November to 23 November 2026" in screen_text(pilot)
        await press(pilot, "p", *"other", "enter")
        await type_text(pilot, "2026-11 to 2026-09")
        await press(pilot, "enter")
        said = str(pilot.app.screen.query_one(".hint", Static).content)
        assert said == words.DAYS_BACKWARDS
        pilot.app.screen.query_one(Input).value = "2026-09 to 2026-11-20"
        await press(pilot, "enter")
        assert "1 September to 20 November 2026" in screen_text(pilot)
        await press(pilot, "e", "escape", "p", "escape")
        assert "1 September to 20 November 2026" in screen_text(pilot)


async def test_f_goes_round_the_formats() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        await tick(pilot, "To be heard")
        said = []
        for _ in range(4):
            said.append(preview(pilot).split("\n")[0])
            await press(pilot, "f")
        assert said == ["# For supervision", "For supervision", "For supervision", said[0]]
        assert "a page to print" not in preview(pilot)


async def test_on_a_small_window_v_turns_to_the_preview_and_back() -> None:
    async with open_app(size=SMALL) as pilot:
        await press(pilot, "alt+r")
        await tick(pilot, "To be heard")
        assert "# For supervision" not in screen_text(pilot)
        for back in ("v", "escape"):
            await press(pilot, "v")
            assert "# For supervision" in screen_text(pilot)
            assert "To think together" not in screen_text(pilot)
            await press(pilot, back)
            assert "To think together" in screen_text(pilot)
        assert isinstance(pilot.app.focused, BriefList)


async def test_on_a_large_window_v_goes_to_the_preview_to_read_on() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r", "v")
        assert isinstance(pilot.app.focused, VerticalScroll)
        assert "To think together" in screen_text(pilot)
        await press(pilot, "v")
        assert isinstance(pilot.app.focused, BriefList)


# Nothing is lost


async def test_it_waits_as_it_was_left() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r", "f")
        await tick(pilot, "To be heard")
        await go_to(pilot, words.ADD["need"])
        await press(pilot, "a", *"Cover", "enter")
        before = preview(pilot)
        await press(pilot, "escape", "alt+r")
        assert preview(pilot) == before
        await press(pilot, "ctrl+q")
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        assert preview(pilot) == before
    assert [draft.words for draft in waiting()] == ["Cover"]


async def test_what_is_being_typed_is_safe_and_comes_back_unticked() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        await go_to(pilot, words.ADD["need"])
        await press(pilot, "a")
        await type_text(pilot, "Half a li")
        await press(pilot, "ctrl+q")
    assert [draft.words for draft in waiting()] == ["Half a li"]
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "escape", "w", "enter")
        assert "☐ Half a li" in listed(pilot)
        assert preview(pilot) == words.PREVIEW_EMPTY


async def test_escape_leaves_a_line_in_the_list_not_ticked() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        await go_to(pilot, words.ADD["good"])
        await press(pilot, "a", *"laugh", "escape")
        assert "☐ laugh" in listed(pilot)
        assert preview(pilot) == words.PREVIEW_EMPTY
        await press(pilot, "a")
        assert isinstance(
            pilot.app.screen, BriefLineDialog
        )  # the one good thing is there: reword it
        await press(pilot, "escape", "a", "backspace", "escape")
        assert "☐ laugh" in listed(pilot)
        assert "f8 has what you typed" in screen_text(pilot)


async def test_an_empty_line_adds_nothing() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        await go_to(pilot, words.ADD["need"])
        before = listed(pilot)
        await press(pilot, "a", "enter", "a", "space", "escape")
        assert listed(pilot) == before


async def test_start_again_asks_and_empties_it() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        await go_to(pilot, words.ADD["need"])
        await press(pilot, "a", *"Cover", "enter", "alt+o", "n")
        assert "Cover" in preview(pilot)
        await press(pilot, "alt+o", "y")
        assert preview(pilot) == words.PREVIEW_EMPTY
        await press(pilot, "escape")
    assert waiting() == ()


async def test_f8_brings_back_a_line_that_was_taken_out() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        await go_to(pilot, words.ADD["need"])
        await press(pilot, "a", *"Cover", "enter", "d")
        assert preview(pilot) == words.PREVIEW_EMPTY
        await press(pilot, "escape", "alt+r", "f8", "enter")
        assert [line for line in listed(pilot) if "Cover" in line]


async def test_a_brief_that_was_left_is_not_offered_as_lost_words() -> None:
    async with open_app() as pilot:
        await press(pilot, "alt+r")
        await tick(pilot, "To be heard")
        await press(pilot, "ctrl+q")
    async with open_app() as pilot:
        assert "Words you had not kept" not in screen_text(pilot)
        await press(pilot, "escape", "w")
        assert "a brief for supervision" in screen_text(pilot)


@pytest.mark.usefixtures("kept")
async def test_an_entry_sealed_meanwhile_is_not_written(user: Path) -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        await tick(pilot, "To be heard", "Peer huddle, with someone", "with my words")
        assert "Zqwords" in preview(pilot)
        in_journal(
            lambda journal: journal.entries.seal([each.id for each in journal.history.entries("")])
        )
        await write(pilot, user / "out")
        assert (
            user / "out"
        ).read_text() == "# For supervision\n\n## What I want today\n\n- To be heard\n"


# Where it goes


def test_the_name_that_is_suggested_tells_nothing(user: Path) -> None:
    assert suggested_path("md") == str(user / "for-supervision.md")
    (user / "Documents").mkdir()
    assert suggested_path("html") == str(user / "Documents" / "for-supervision.html")
    assert suggested_path("text") == str(user / "Documents" / "for-supervision.txt")


async def test_a_file_that_is_there_is_not_written_over_unasked(user: Path) -> None:
    path = user / "out"
    path.write_text("precious")
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        await tick(pilot, "To be heard")
        await write(pilot, path)
        assert "is there already. Write over it?" in in_a_row(pilot)
        await press(pilot, "n")
        assert path.read_text() == "precious"
        assert isinstance(pilot.app.screen, LastLookDialog)
        await press(pilot, "enter", "y")
        await settle(pilot)
        assert path.read_text().startswith("# For supervision")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type a name for the file."),
        ("~", "is a folder"),
        ("~/no/such/brief.md", "There is no folder"),
        ("/sys/brief.md", "could not be written"),
    ],
)
async def test_a_place_that_cannot_be_is_said_calmly_and_the_brief_stays(
    typed: str, said: str
) -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        await tick(pilot, "To be heard")
        await write(pilot, Path(typed) if typed else Path())
        if not typed:
            pilot.app.screen.query_one(Input).value = ""
            await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LastLookDialog)
        assert said in in_a_row(pilot)
        await press(pilot, "escape")
        assert "To be heard" in preview(pilot)


async def test_a_full_disk_is_said_calmly_and_the_brief_stays(user: Path) -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        await tick(pilot, "To be heard")
        await press(pilot, "ctrl+s")
        with room_for(0):
            pilot.app.screen.query_one(Input).value = str(user / "out")
            await press(pilot, "enter")
            await settle(pilot)
        said = in_a_row(pilot)
        assert "could not be written" in said
        assert "Your brief is still here." in said
        assert files(user) == []
        await press(pilot, "enter")
        await settle(pilot)
        assert (user / "out").read_text().startswith("# For supervision")


async def test_nothing_that_is_typed_acts_on_the_terminal() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "alt+r")
        house(pilot)
        await go_to(pilot, words.ADD["need"])
        await press(pilot, "a")
        pilot.app.screen.query_one("#moment-line").load_text("[red]x[/] \u202egnp \x1b[2J")  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert "[red]x[/] ␦gnp" in " ".join(listed(pilot))
        assert "\\[red\\]x\\[/\\] ␦gnp" in preview(pilot)
        assert "\x1b" not in preview(pilot)
