"""What the tests of the command line share: a person's hands, a clock that stands still."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from tracejournal.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pytest

    from tests.support import FakeClock


class Done(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.out)
        return found

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


class TypedIn(io.TextIOWrapper):
    """A terminal's input with what a person will type."""

    def __init__(self, typed: str) -> None:
        super().__init__(io.BytesIO(typed.encode()), encoding="utf-8")

    def isatty(self) -> bool:
        return True


class Shell:
    """Runs commands through the front door, in this process."""

    def __init__(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, clock: FakeClock
    ) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self.clock = clock

    def __call__(
        self, *typed: str, piped: str | bytes | None = None, answers: str | None = None
    ) -> Done:
        """Run a command; `piped` comes through a pipe, `answers` are typed in a terminal."""
        raw = piped.encode() if isinstance(piped, str) else piped or b""
        stdin: io.TextIOWrapper = io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8")
        self._monkeypatch.setattr(sys, "stdin", stdin if answers is None else TypedIn(answers))
        self._capsys.readouterr()
        code = main(list(typed), self.clock)
        return Done(code, *self._capsys.readouterr())

    def done(self, *typed: str, piped: str | bytes | None = None) -> Done:
        """Run a command that must succeed."""
        found = self(*typed, piped=piped)
        assert found.code == 0, found.err
        return found

    def kept(self, *query: str) -> list[dict[str, Any]]:
        """Return what is kept, newest first, as scripts see it."""
        return self.done("list", "--json", "-n", "0", *query).objects

    def ids(self) -> list[str]:
        """Return the ids of what is kept, newest first, as they can be typed."""
        return [line.split()[0] for line in self.done("list", "-n", "0").lines]


def process(
    *typed: str,
    environment: Mapping[str, str] | None = None,
    piped: bytes = b"",
    wrapper: str = "",
) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own; `wrapper` is shell around "$@", the command."""
    command = [sys.executable, "-m", "tracejournal", *typed]
    if wrapper:
        command = ["/bin/sh", "-c", wrapper, "sh", *command]
    return subprocess.run(
        command,
        input=piped,
        capture_output=True,
        check=False,
        env={**os.environ, **(environment or {})},
        timeout=60,
    )
