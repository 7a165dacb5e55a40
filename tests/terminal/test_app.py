from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.terminal.terminal import PATIENCE, Terminal

if TYPE_CHECKING:
    from pathlib import Path

LINE = "A word of thanks"


def shell(*arguments: str) -> str:
    command = [sys.executable, "-m", "tracejournal", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_a_morning_at_80_columns() -> None:
    with Terminal() as terminal:
        terminal.wait_for(LINE)
        terminal.type("Thanked @Priya for covering #gratitude")
        terminal.wait_for("note of gratitude")
        terminal.press("enter")
        terminal.wait_for("Kept")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert terminal.is_restored
    (entry,) = json.loads(shell("list", "--json"))
    assert entry["people"] == ["Priya"]
    assert entry["tags"] == ["gratitude"]
    assert entry["kind"] == "gratitude"
    assert entry["on"] == entry["at"][:10]


def test_a_reflection_half_written_and_killed_is_offered_again() -> None:
    with Terminal() as terminal:
        terminal.wait_for(LINE)
        terminal.press("alt+2")
        terminal.wait_for("Write as much")
        terminal.type("After the hearing she closed the door")
        terminal.wait_for("draft kept · 7 words")
        terminal.process.send_signal(signal.SIGKILL)
        assert terminal.wait_for_end() == -signal.SIGKILL
    with Terminal() as terminal:
        terminal.wait_for(LINE)
        terminal.press("alt+2")
        terminal.wait_for("You began this")
        assert "hearing" not in terminal.text
        terminal.wait_for("✎ ")  # at the prompt it was written to
        terminal.press("ctrl+o")
        terminal.wait_for("After the hearing she closed the door")


def test_the_open_app_and_four_shells_lose_nothing() -> None:
    program = (
        "import sys\n"
        "from tracejournal.__main__ import main\n"
        "for number in range(50):\n"
        "    assert main(['log', f'Moment {sys.argv[1]}-{number}']) == 0\n"
    )
    with Terminal() as terminal:
        terminal.wait_for(LINE)
        terminal.press("alt+3")
        terminal.wait_for("Search")
        shells = [
            subprocess.Popen(
                [sys.executable, "-c", program, str(number)], stderr=subprocess.DEVNULL
            )
            for number in range(4)
        ]
        assert [shell.wait(PATIENCE * 4) for shell in shells] == [0] * 4
        terminal.type("\x1b[I")  # the window is looked at again
        terminal.wait_for("200 entries")
        terminal.wait_for("Moment ")
    kept = json.loads(shell("list", "--json", "-n", "500"))
    assert len({entry["text"] for entry in kept}) == 200


def test_nothing_a_person_wrote_reaches_the_terminal_as_a_command() -> None:
    hostile = "\x1b]0;owned\x07 \x1b[2J [@click=app.quit]x[/] \x9b31m \u202eabc"
    subprocess.run(
        [sys.executable, "-m", "tracejournal", "log"],
        check=True,
        input=hostile.encode(),
        capture_output=True,
    )
    with Terminal() as terminal:
        terminal.wait_for("[@click=app.quit]x[")
        terminal.press("alt+3")
        terminal.wait_for("Search")
        terminal.press("tab", "enter")
        terminal.wait_for("[@click=app.quit]x[")
        terminal.press("ctrl+q")
        terminal.wait_for_end()
    assert b"owned\x07" not in terminal.raw
    assert b"\x1b]0;owned" not in terminal.raw
    assert "\u202e".encode() not in terminal.raw
    assert not re.search(rb"\xc2[\x80-\x9f]", terminal.raw)
    assert b"owned" not in shell("list").replace("]0;owned", "").encode()


def test_a_command_in_the_same_breath_as_the_words_waits_for_them() -> None:
    with Terminal() as terminal:
        terminal.wait_for(LINE)
        terminal.type("Thanked Jo a lot\x13")
        terminal.wait_for("Kept · note of gratitude")
        terminal.type("Two in one go\rof typing\rand ")
        terminal.wait_for("│ and ")
        terminal.type("not done with thi\x11")
        assert terminal.wait_for_end() == 0
    kept = [entry["text"] for entry in json.loads(shell("list", "--json"))]
    assert kept == ["of typing", "Two in one go", "Thanked Jo a lot"]
    with Terminal() as terminal:
        terminal.wait_for("Words you had not kept are safe")
        terminal.press("ctrl+o")
        terminal.wait_for("and not done with thi")


def test_a_small_and_a_large_window() -> None:
    with Terminal(size=(50, 12)) as terminal:
        terminal.wait_for("a little small")
        terminal.resize(120, 36)
        terminal.wait_for("Good ")


def test_rule_14_nothing_stays_on_the_terminal_or_in_a_log(home: Path) -> None:
    with Terminal() as terminal:
        terminal.wait_for(LINE)
        terminal.type("Qxv thanked @Priya")
        terminal.press("enter")
        terminal.wait_for("Kept")
        terminal.press("alt+3")
        terminal.wait_for("1 entry")
        terminal.type("\r")
        terminal.type("n")
        terminal.wait_for(LINE)
        terminal.type("Qxv half")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        before, _, after = terminal.raw.partition(b"\x1b[?1049h")
        shown, _, after = after.rpartition(b"\x1b[?1049l")
    assert b"Qxv" in shown
    assert b"Qxv" not in before + after
    titles = re.findall(rb"\x1b\][^\x07\x1b]*", terminal.raw)
    assert b"Qxv" not in b"".join(titles)
    logs = [path for path in (home / "state").rglob("*") if path.is_file()]
    assert all(b"Qxv" not in path.read_bytes() for path in logs)
