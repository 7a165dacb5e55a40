from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.support import Shell
from tests.support import NEW_YORK, FakeClock

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def clock() -> FakeClock:
    """Monday 23 November 2026, 08:15 in New York, until the test sets it."""
    return FakeClock("2026-11-23T08:15", NEW_YORK)


@pytest.fixture
def shell(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, clock: FakeClock
) -> Shell:
    return Shell(capsys, monkeypatch, clock)


@pytest.fixture
def write_config(home: Path) -> Path:
    """The path of config.toml, in a folder that is there."""
    path = home / "config" / "config.toml"
    path.parent.mkdir(parents=True)
    return path
