"""The harness: pairs, processes, the pty and the queries. What they take is never tested."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from bench import inside
from bench.install import ROOT
from bench.journals import write_journal
from bench.terminals import Terminal
from bench.timing import FailedError, Process, paired, percentile_95, ratio

if TYPE_CHECKING:
    from pathlib import Path

FLOORS = ROOT / "bench" / "floors"


def process(tmp_path: Path, *words: str | Path) -> Process:
    return Process([sys.executable, *words], dict(os.environ), tmp_path / "output")


def test_pairs_take_turns_and_each_round_begins_with_another() -> None:
    ran: list[str] = []

    def measure(name: str) -> float:
        ran.append(name)
        return float(len(ran))

    names = "abc"
    found = paired({name: partial(measure, name) for name in names}, runs=4)
    rounds = ["".join(ran[start : start + 3]) for start in range(0, len(ran), 3)]
    assert rounds == ["cab", "abc", "bca", "cab", "abc"]
    assert found["a"] == [4, 9, 11, 13]


def test_a_ratio_is_the_median_over_pairs_whatever_drifts() -> None:
    assert ratio([2, 20, 200], [1, 10, 100]) == 2
    assert percentile_95(range(100)) == 95
    assert percentile_95([7]) == 7


def test_the_floor_keeps_a_line_each_time_it_is_timed(tmp_path: Path) -> None:
    file = tmp_path / "floor.db"
    process(tmp_path, FLOORS / "keep.py", file, "--prepare").seconds()
    floor = process(tmp_path, FLOORS / "keep.py", file)
    assert floor.seconds() > 0
    assert floor.seconds() > 0
    with dbapi2.connect(str(file)) as connection:
        assert connection.execute("SELECT count(*) FROM lines").fetchone() == (1_003,)
        found = "SELECT count(*) FROM words WHERE words MATCH 'intake'"
        assert connection.execute(found).fetchone() == (1_003,)
    connection.close()


def test_what_does_not_end_well_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match=r"ended with 3: so it is"):
        process(tmp_path, "-c", "print('so it is'); raise SystemExit(3)").seconds()


def test_memory_is_that_of_the_command_alone(tmp_path: Path) -> None:
    peak = process(tmp_path, FLOORS / "peak.py", sys.executable, "-c", "x = bytearray(200 << 20)")
    peak.seconds()
    assert 200 < int(peak.said().split("peak ")[1]) / 1024 < 300


class TestInAPty:
    def test_what_is_painted_first_is_seen_without_what_steers_the_terminal(self) -> None:
        with Terminal([sys.executable, FLOORS / "paint.py"], os.environ) as terminal:
            assert terminal.wait_for_words() > 0
            assert terminal.text() == " tracejournal"

    def test_a_typed_letter_is_waited_for_until_textual_paints_it(self) -> None:
        with Terminal([sys.executable, FLOORS / "empty_app.py"], os.environ) as terminal:
            assert terminal.wait_for_letter("ø") > 0
            terminal.settle()
            at = terminal.press("ß")
            assert terminal.wait_for_frame() > at
            assert "ß" in terminal.text()
            assert terminal.memory() > 1
            ticks, sleeps = terminal.activity()
            assert ticks > 0
            assert sleeps > 0

    def test_a_letter_in_a_skeleton_before_textual_is_not_yet_an_answer(self) -> None:
        paints = r"print('a skeleton with ø, then \x1b[?2026$p')"
        with (
            Terminal([sys.executable, "-c", paints], os.environ) as terminal,
            pytest.raises(FailedError, match="ended"),
        ):
            terminal.wait_for_letter("ø")

    def test_a_program_that_ends_is_no_measurement(self) -> None:
        with (
            Terminal([sys.executable, "-c", "print('gone')"], os.environ) as terminal,
            pytest.raises(FailedError, match="ended"),
        ):
            terminal.wait_for("never painted")


def test_the_queries_run_and_find_what_their_raw_sql_finds(tmp_path: Path) -> None:
    path = tmp_path / "some.db"
    write_journal(path, 2_000)
    pairs = inside.search(str(path))
    assert set(pairs) == set(inside.SEARCHES)
    assert all(seconds > 0 for each in pairs.values() for pair in each for seconds in pair)
    typed = inside.typing(str(path))
    letters = {name: 3 * sum(map(len, queries)) for name, queries in inside.TYPED.items()}
    assert {name: len(each) for name, each in typed.items()} == letters
    assert inside.heatmap(str(path))["year"]
