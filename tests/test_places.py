"""Where things live."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from tracejournal import places

FOLDERS = {
    "data": places.data_folder,
    "config": places.config_folder,
    "state": places.state_folder,
}


@pytest.fixture
def as_the_platform_says(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Without a home of the test's own, so that the platform's folders hold."""
    monkeypatch.delenv("TRACEJOURNAL_HOME")
    return monkeypatch


def platform_folder(name: str) -> str:
    return str(getattr(platformdirs, f"user_{name}_dir")("tracejournal", appauthor=False))


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("chosen", [None, "", "  ", "/somewhere/else", "/with space/ü"])
def test_without_a_word_from_the_person_it_is_where_the_platform_says(
    as_the_platform_says: pytest.MonkeyPatch, name: str, chosen: str | None
) -> None:
    if chosen is not None:
        as_the_platform_says.setenv(f"XDG_{name.upper()}_HOME", chosen)
    assert FOLDERS[name]() == platform_folder(name)


@pytest.mark.parametrize("name", FOLDERS)
def test_one_folder_holds_everything_where_the_person_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    monkeypatch.setenv("TRACEJOURNAL_HOME", str(tmp_path))
    monkeypatch.setenv(f"XDG_{name.upper()}_HOME", "/not/here")
    assert FOLDERS[name]() == str(tmp_path / name)


def test_that_folder_can_be_below_the_home_or_the_present_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TRACEJOURNAL_HOME", "~/my journal")
    assert places.data_folder() == str(tmp_path / "user" / "my journal" / "data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRACEJOURNAL_HOME", "here")
    assert places.journal_file() == str(tmp_path / "here" / "data" / "journal.db")
    assert places.config_file() == str(tmp_path / "here" / "config" / "config.toml")


def test_a_blank_word_is_no_word(as_the_platform_says: pytest.MonkeyPatch) -> None:
    as_the_platform_says.setenv("TRACEJOURNAL_HOME", "  ")
    assert places.data_folder() == platform_folder("data")


def test_nothing_happens_on_import_and_nothing_slow_is_imported(tmp_path: Path) -> None:
    asked = "import sys, tracejournal.places; print('platformdirs' in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", asked],
        env={"PYTHONPATH": ":".join(sys.path), "HOME": str(tmp_path / "nobody")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "False\n"
    assert not Path(tmp_path / "nobody").exists()
