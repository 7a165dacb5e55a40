from __future__ import annotations

import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.tui.reflecting import open_reflect, reflect, reflections
from tests.tui.support import house, in_journal, press, screen_text, type_text
from tracejournal.tui.screens.reflect import ReflectScreen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

SUSPENDED: list[str] = []
"""What happened to the terminal."""


@contextmanager
def suspend(_app: object) -> Iterator[None]:
    """Do as Textual does: after an error the terminal does not come back."""
    SUSPENDED.append("gone")
    yield
    SUSPENDED.append("back")


def editor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, *, suspends: bool = True
) -> None:
    """Make a shell script the person's editor; `$1` is the file."""
    path = tmp_path / "editor.sh"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(path))
    if suspends:
        monkeypatch.setattr("textual.app.App.suspend", suspend)


async def press_f4(pilot: Pilot[int], text: str = "Before") -> str:
    await type_text(pilot, text)
    await press(pilot, "f4")
    assert SUSPENDED[-1:] != ["gone"]
    assert isinstance(house(pilot).screen, ReflectScreen)
    return reflect(pilot).form.area.text


async def test_f4_opens_the_persons_own_editor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, monkeypatch, 'printf "\\nand [after] \\033[31m" >> "$1"')
    async with open_reflect() as pilot:
        assert await press_f4(pilot) == "Before\nand [after] [31m"
        await press(pilot, "ctrl+z")
        assert reflect(pilot).form.area.text == "Before"
        await press(pilot, "ctrl+y", "ctrl+s")
    assert reflections()[0].text == "Before\nand [after] [31m"


async def test_the_draft_is_saved_before_the_editor_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, monkeypatch, "exit 0")
    async with open_reflect() as pilot:
        assert await press_f4(pilot) == "Before"
        drafts = in_journal(lambda journal: journal.drafts.all())
        assert [draft.words for draft in drafts] == ["Before"]


async def test_an_editor_that_fails_leaves_the_words_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, monkeypatch, "exit 3")
    async with open_reflect() as pilot:
        assert await press_f4(pilot) == "Before"
        assert "stopped with an error" in screen_text(pilot)


async def test_what_was_saved_before_an_editor_failed_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, monkeypatch, 'printf "Saved" > "$1"; kill -9 $$')
    async with open_reflect() as pilot:
        assert await press_f4(pilot) == "Saved"
        await press(pilot, "ctrl+z")
        assert reflect(pilot).form.area.text == "Before"


async def test_without_an_editor_it_is_said_and_the_words_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setattr("textual.app.App.suspend", suspend)
    async with open_reflect() as pilot:
        assert await press_f4(pilot) == "Before"
        assert "No editor could be started." in screen_text(pilot)


async def test_a_terminal_that_cannot_make_room_is_no_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, monkeypatch, "exit 0", suspends=False)
    async with open_reflect() as pilot:
        assert await press_f4(pilot) == "Before"
        assert "This terminal cannot make" in screen_text(pilot)
