"""Nothing leaves this machine: a whole visit, watched by Python's own audit of what reaches out."""

from __future__ import annotations

import socket
import sys
import webbrowser
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import pytest

from tests.tui.support import in_journal, open_app, press, type_text
from tracejournal.__main__ import main
from tracejournal.cli.main import COMMANDS
from tracejournal.journal.demo import fill_demo
from tracejournal.words import call

if TYPE_CHECKING:
    from collections.abc import Iterator

REACHING_OUT = (
    "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname",
    "socket.gethostbyaddr", "socket.sendto", "socket.sendmsg", "urllib.Request",
    "webbrowser.open", "os.system", "subprocess.Popen", "os.startfile", "http.client.connect",
)  # fmt: skip
_watching: list[list[str]] = []


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watching:
        return
    new_socket = event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6)
    if event in REACHING_OUT or new_socket:
        _watching[-1].append(event)
        raise ConnectionRefusedError(event)


sys.addaudithook(_hook)  # cannot be taken away again, so it looks at `_watching` first


@contextmanager
def cut_off() -> Iterator[list[str]]:
    """Let nothing reach out, and note what tried."""
    tried: list[str] = []
    _watching.append(tried)
    try:
        yield tried
    finally:
        _watching.pop()


async def test_rule_18_a_whole_visit_of_the_app_never_reaches_out() -> None:
    in_journal(fill_demo)
    with cut_off() as tried:
        async with open_app() as pilot:
            await type_text(pilot, "Thanked @Priya")
            await press(pilot, "enter", "ctrl+g", "6", "enter", "f3", "escape", "f5", "3", "escape")
            await press(pilot, "f3", "down", "down", "enter", "escape", "f2", "escape", "f1")
            await press(pilot, "escape", "alt+2", *"words", "ctrl+s", "alt+3", "slash", *"tea")
            await press(pilot, "escape", "enter", "escape", "f6", "m", "enter", "alt+1", "escape")
            await press(
                pilot, "i", "enter", "enter", "escape", "b", "enter", "escape", "r", "enter"
            )
            await press(pilot, "ctrl+p", "escape", "f12", "f12", "u", "f9", "escape", "ctrl+q")
    assert tried == []


@pytest.mark.parametrize("command", COMMANDS)
def test_rule_18_no_command_reaches_out(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    in_journal(fill_demo)
    more = {
        "log": ["Tea"], "reflect": ["An answer"], "check-in": ["--energy", "6"],
        "search": ["tea"], "show": ["last"], "edit": ["last", "Other words"],
        "delete": ["last"], "seal": ["last"], "look-back": ["--kind"], "call": ["--region", "IE"],
    }  # fmt: skip
    with cut_off() as tried:
        code = main([command, *more.get(command, []), "--no-input"])
    assert tried == []
    assert code in ((2,) if command == "lock" else (0, 1)), capsys.readouterr().err


def test_rule_16_numbers_and_addresses_are_text_that_nothing_opens() -> None:
    assert "://" not in " ".join(call.EMPTY.values())
    with cut_off() as tried:
        main(["call"])
    assert tried == []


@pytest.mark.parametrize("way", ["connect", "lookup", "browser"])
def test_the_watch_sees_what_reaches_out(way: str) -> None:
    with cut_off() as tried, suppress(ConnectionRefusedError):
        if way == "connect":
            socket.create_connection(("127.0.0.1", 9), timeout=1)
        elif way == "lookup":
            socket.getaddrinfo("localhost", 80)
        else:
            webbrowser.get("true %s").open("http://localhost")
    assert tried
