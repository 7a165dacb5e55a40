"""`report`: a brief for supervision that holds what was asked for, and no more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.support import process
from tracejournal.exchange.brief import ENDINGS

if TYPE_CHECKING:
    from tests.cli.support import Shell

BEGIN = "A brief begins empty, and nothing was ticked yet."


def fill(shell: Shell) -> None:
    for _ in range(9):
        shell.done("log", "Zqwords @Zqname #zqtag", "--supported", "8", "--condition", "time")
    shell.done("log", "Zqother", "--supported", "2", "--missed", "humour", "--kind", "huddle")


def test_rule_27_it_begins_empty(shell: Shell) -> None:
    fill(shell)
    for form in ENDINGS:
        done = shell.done("report", "--format", form)
        assert done.out == ""
        assert done.err.startswith(BEGIN)
        assert done.err.count("\n") == 1


def test_rule_27_an_empty_one_makes_no_file(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    assert shell.done("report", "--out", str(path)).err.startswith(BEGIN)
    assert not path.exists()


def test_rule_27_each_option_puts_in_its_own_line(shell: Shell) -> None:
    done = shell.done(
        *("report", "--want", "heard", "--want", "help", "--topic", "The wait list"),
        *("--option", "Ask Jo", "--option", "none", "--topic", "Thursdays", "--need", "Cover"),
        *("--follow-up", "The training days", "--good", "A laugh", "--format", "text"),
    )
    assert done.err == ""
    assert done.out == (
        "For supervision\n"
        "\n"
        "What I want today\n"
        "  - To be heard\n"
        "  - Practical help\n"
        "\n"
        "What I bring\n"
        "  1. The wait list\n"
        "     - One option: Ask Jo\n"
        "     - I don't have an option yet.\n"
        "  2. Thursdays\n"
        "\n"
        "What I need\n"
        "  - Cover\n"
        "\n"
        "To follow up\n"
        "  - The training days\n"
        "\n"
        "One good thing\n"
        "  - A laugh\n"
    )


def test_rule_27_what_supported_me_has_no_names_words_or_ratings(shell: Shell) -> None:
    fill(shell)
    plain = shell.done("report", "--supported", "--format", "text").out
    assert plain == "For supervision\n\nWhat supported me\n  - Time was protected\n"
    numbers = shell.done("report", "--supported", "--numbers", "--format", "text").out
    assert "in 9 of my 9 most supported moments, in 9 of all 10" in numbers
    assert "█" not in numbers
    for form in ENDINGS:
        chart = shell.done("report", "--supported", "--chart", "--format", form).out
        assert "9 of 10" in chart
        assert "zq" not in chart.lower()


def test_sealed_entries_stay_out(shell: Shell) -> None:
    fill(shell)
    shell.done("seal", *shell.ids())
    done = shell.done("report", "--supported")
    assert done.out == ""
    assert "Nothing is noted there that helped, from 27 October to 23 November 2026." in done.err


def test_days_that_are_asked_for_stand_in_it(shell: Shell) -> None:
    fill(shell)
    done = shell.done("report", "--supported", "--since", "2026-10", "--format", "text")
    assert done.lines[1] == "1 October to 23 November 2026"
    earlier = shell.done("report", "--want", "heard", "--to", "2026-10")
    assert "4 October to 31 October 2026" in earlier.out


def test_rule_28_none_yet_is_an_option_like_any_other(shell: Shell) -> None:
    written = [
        shell.done("report", "--topic", "T", "--option", said).lines[-1]
        for said in ("Ask Jo", "none", "None")
    ]
    assert written == ["   - One option: Ask Jo", *["   - I don't have an option yet."] * 2]


@pytest.mark.parametrize("form", ENDINGS)
def test_rule_27_what_is_printed_is_the_file_byte_for_byte(
    shell: Shell, tmp_path: Path, form: str
) -> None:
    fill(shell)
    path = tmp_path / "brief"
    typed = ("report", "--topic", "Ünïcode & <b>", "--supported", "--chart", "--format", form)
    told = shell.done(*typed, "--out", str(path))
    assert told.out == ""
    assert told.err.startswith(f"Written to {path}.")
    assert "cannot protect it or remove it" in told.err
    printed = process(*typed, environment={"PYTHONUTF8": "1"}).stdout
    assert path.read_bytes() == printed != b""
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_is_not_written_over_unasked(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    path.write_text("precious")
    typed = ("report", "--want", "heard", "--out", str(path))
    assert shell(*typed).code == 2
    assert shell(*typed, answers="n\n").code == 0
    assert shell(*typed, "--no-input", answers="y\n").code == 2
    assert path.read_text() == "precious"
    shell.done(*typed, "--yes")
    assert path.read_text().startswith("# For supervision")


@pytest.mark.skipif(not Path("/sys").exists(), reason="a folder that takes nothing, even of root")
def test_a_folder_that_cannot_be_written_gives_one_sentence(shell: Shell) -> None:
    done = shell("report", "--want", "heard", "--out", "/sys/brief.md")
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "could not be written" in done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full disk at hand")
def test_a_full_disk_gives_one_sentence(shell: Shell) -> None:
    done = shell("report", "--want", "heard", "--out", "/dev/full", "--yes")
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "/dev/full could not be written" in done.err


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("--format", "pdf"), "A brief is written as md, html or text, not as “pdf”."),
        (("--option", "first"), "--option goes after the --topic it belongs to."),
        (("--topic", " "), "--topic needs some words after it."),
        (("--topic", "1", "--topic", "2", "--topic", "3", "--topic", "4"), "A brief takes up to 3"),
        (("--good", "1", "--good", "2"), "A brief takes one good thing."),
        (("--want", "peace"), "There is no wish called “peace”."),
        (("--since", "2026-11-20", "--to", "2026-11-01"), "The days end before they begin."),
        (("--since", "never"), "“never” is not a day"),
        (("words",), "`report` takes no words"),
    ],
)
def test_a_slip_is_one_sentence_and_writes_nothing(
    shell: Shell, tmp_path: Path, typed: tuple[str, ...], sentence: str
) -> None:
    path = tmp_path / "brief.md"
    done = shell("report", *typed, "--out", str(path))
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err
    assert not path.exists()


def test_the_journals_own_folder_is_refused(shell: Shell, home: Path) -> None:
    fill(shell)
    journal = home / "data" / "journal.db"
    before = journal.read_bytes()
    for path in (journal, home / "data" / "new.md", home / "data" / "backups" / "x.md"):
        done = shell("report", "--want", "heard", "--out", str(path), "--yes")
        assert (done.code, "in the folder of your journal" in done.err) == (2, True)
    assert journal.read_bytes() == before


def test_places_that_are_none(shell: Shell, tmp_path: Path) -> None:
    folder = shell("report", "--want", "heard", "--out", str(tmp_path))
    assert "is a folder" in folder.err
    nowhere = shell("report", "--want", "heard", "--out", str(tmp_path / "no" / "brief.md"))
    assert f"There is no folder {tmp_path}/no." in nowhere.err


def test_without_a_journal_what_is_typed_is_enough(shell: Shell, home: Path) -> None:
    assert "To be heard" in shell.done("report", "--want", "heard").out
    assert not (home / "data").exists()
