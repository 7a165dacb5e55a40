"""The table: honest about what is met, by how much not, and what was not measured."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bench import report
from bench.__main__ import PARTS, main
from bench.install import ROOT
from bench.row import Row, not_measured, times_as_long, times_faster

if TYPE_CHECKING:
    from pathlib import Path

ABOUT = {"date": "2026-11-23", "processor": "2 × some", "python": "3.11.7"}
SLOW = times_as_long(1, "log", [0.042, 0.040, 0.044], ("a floor", [0.02, 0.02, 0.02]), 1.75)
FAST = times_faster(1, "log", [0.02], ("another", [0.2]), 5)
LARGE = Row(6, "export, memory", 18.25, "MiB", limit=20)


def cells(row: Row) -> list[str]:
    return [cell.strip() for cell in report.table([row]).splitlines()[-1].strip("|").split("|")]


def test_a_target_that_is_missed_says_by_how_much() -> None:
    assert SLOW.met is False
    told = ["1", "log", "42 ms", "a floor, 20 ms", "×2.10", "≤ ×1.75", "**no, short by 20%**"]
    assert cells(SLOW) == told


def test_a_little_too_much_is_not_met_and_is_said() -> None:
    row = Row(6, "export, memory", 20.01, "MiB", limit=20)
    assert cells(row)[-1] == "**no, short by less than 1%**"


def test_what_is_faster_is_met_from_the_limit_on() -> None:
    assert cells(FAST) == ["1", "log", "20 ms", "another, 200 ms", "×10.00", "≥ ×5", "yes"]
    short = times_faster(1, "log", [0.05], ("another", [0.2]), 5)
    assert cells(short)[-1] == "**no, short by 20%**"


def test_a_figure_by_itself_is_judged_by_itself() -> None:
    assert cells(LARGE) == ["6", "export, memory", "18 MiB", "–", "–", "≤ 20 MiB", "yes"]


def test_no_target_and_no_measurement_are_neither_met_nor_missed() -> None:
    without = Row(1, "search", 1, "ms", "rg", 2, 0.5)
    assert cells(without)[-2:] == ["–", "–"]
    missing = not_measured(1, "log, against jrnl", "jrnl cannot be\ninstalled | here")
    assert cells(missing)[-1] == "not measured: jrnl cannot be installed / here"
    told = report.summary([SLOW, FAST, LARGE, without, missing], ABOUT)
    assert told.startswith("2 of 3 targets met. 1 row was not measured and says why.\n")


def test_rows_stand_by_the_numbers_of_their_targets() -> None:
    numbers = [line[2] for line in report.table([LARGE, SLOW, FAST]).splitlines()[2:]]
    assert numbers == ["1", "1", "6"]


def test_the_json_holds_the_same() -> None:
    told = json.loads(report.as_json([SLOW, LARGE], ABOUT))
    assert told["about"] == ABOUT
    assert [row["met"] for row in told["rows"]] == [False, True]
    assert told["rows"][0]["short_by"] == pytest.approx(0.2)


def test_the_machine_is_described_but_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.node", lambda: pytest.fail("its name was asked for"))
    assert set(report.machine()) == {"date", "processor", "memory", "system", "python"}


def test_only_what_stands_between_the_marks_is_replaced(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"above\n\n{report.BEGIN}\nold\n{report.END}\n\nbelow\n", "utf-8")
    report.put_into(page, "new\n")
    report.put_into(page, "newer\n")
    assert page.read_text("utf-8") == (
        f"above\n\n{report.BEGIN}\n\nnewer\n\n{report.END}\n\nbelow\n"
    )
    page.write_text("no marks", "utf-8")
    with pytest.raises(ValueError, match=r"page\.md has no"):
        report.put_into(page, "new")


def test_the_readme_has_a_place_for_it_and_shows_whole_runs_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = (ROOT / "README.md").read_text("utf-8")
    assert before.count(report.BEGIN) == before.count(report.END) == 1
    assert main(["--quick", "--write-readme"]) == 2
    assert main(["--only", "daily", "--write-readme"]) == 2
    assert "whole runs" in capsys.readouterr().err
    assert (ROOT / "README.md").read_text("utf-8") == before


def test_every_part_belongs_to_a_target() -> None:
    assert {target for target, _ in PARTS.values()} == set(range(1, 9))
