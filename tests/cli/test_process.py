"""The command in a process of its own: pipes, closed streams, locales, several at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.support import process

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the shell here is a POSIX one")


def log(count: int) -> None:
    for number in range(count):
        assert process("log", f"Moment {number} with @Dana").returncode == 0


def assert_calm(done: subprocess.CompletedProcess[bytes]) -> None:
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


def test_a_first_moment_through_the_real_door() -> None:
    done = process("log", "Thanked @Priya")
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode() == "Kept. note of gratitude · gave · @Priya\n"
    (entry,) = json.loads(process("list", "--json").stdout)
    assert entry["people"] == ["Priya"]


def test_the_journal_and_its_folder_are_private(home: Path) -> None:
    process("log", "Tea", wrapper='umask 000; exec "$@"')
    assert (home / "data").stat().st_mode & 0o777 == 0o700
    assert (home / "data" / "journal.db").stat().st_mode & 0o777 == 0o600


def test_closed_standard_input() -> None:
    done = process("log", wrapper='"$@" <&-')
    assert done.returncode == 2
    assert done.stderr.startswith(b"There is nothing to keep yet.")
    assert process("log", "Tea", wrapper='"$@" <&-').returncode == 0


def test_closed_standard_output() -> None:
    assert process("log", "Tea", wrapper='"$@" >&-').returncode == 0
    done = process("list", wrapper='"$@" >&-')
    assert done.returncode == 1
    assert done.stderr.decode() == (
        "There is nowhere to write the output to: standard output is closed.\n"
    )


def test_closed_standard_error_changes_nothing() -> None:
    assert process("log", "Tea", wrapper='"$@" 2>&-').returncode == 0
    assert process("list", wrapper='"$@" 2>&-').stdout.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full disk at hand")
def test_a_full_disk_behind_standard_output() -> None:
    log(1)
    for command in (("list",), ("export",), ("show", "last"), ("--help",)):
        done = process(*command, wrapper='"$@" >/dev/full')
        assert done.returncode == 1, command
        assert done.stderr.decode() == "The output could not be written: No space left on device.\n"


@pytest.mark.parametrize("command", [("list", "-n", "0"), ("export",), ("list", "--json")])
def test_a_pipe_that_closes_early_is_quiet(command: tuple[str, ...]) -> None:
    words = " ".join(["word"] * 30_000)
    for _ in range(3):
        assert process("log", piped=words.encode()).returncode == 0
    done = process(*command, wrapper='{ "$@"; echo "$?" >&2; } | head -c 10')
    assert done.stderr.decode() in ("141\n", "0\n"), done.stderr


def test_a_pipe_that_is_closed_before_a_word_is_written() -> None:
    log(1)
    done = process("list", wrapper='{ sleep 0.5; "$@"; echo "$?" >&2; } | true')
    assert done.stderr == b"141\n"


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "POSIX"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "ascii"},
    ],
)
def test_other_locales(locale: dict[str, str]) -> None:
    text = "Tea with @Zoë and 中文 ♥"
    assert process("log", piped=text.encode(), environment=locale).returncode == 0
    for command in (("list",), ("show", "last"), ("today",), ("--help",), ("prompts",)):
        done = process(*command, environment=locale)
        assert done.returncode == 0
        assert_calm(done)
    (entry,) = json.loads(process("list", "--json", environment=locale).stdout)
    assert entry["text"] == text


def test_an_unwritable_folder(home: Path) -> None:
    home.write_text("a file in the place of the folder")
    done = process("log", "Tea")
    assert done.returncode == 1
    assert done.stderr.decode().startswith(f"The folder {home}/data cannot be written.")
    assert_calm(done)


@pytest.mark.parametrize(
    "content", [b"", b"not a journal at all", b"SQLite format 3\0" + b"x" * 99]
)
def test_a_file_that_is_no_journal_is_left_as_it_is(home: Path, content: bytes) -> None:
    path = home / "data" / "journal.db"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    path.chmod(0o600)
    for command in (("log", "Tea"), ("list",), ("today", "--oneline"), ("export",)):
        done = process(*command)
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.count(b"\n") == 1
        assert_calm(done)
    assert path.read_bytes() == content


def test_no_colour_and_pipes_stay_plain() -> None:
    log(1)
    assert b"\x1b" not in process("list").stdout
    assert b"\x1b" not in process("show", "last").stdout


def test_four_shells_at_once_lose_nothing() -> None:
    loop = f'for n in $(seq 50); do "{sys.executable}" -m tracejournal log "$1 $n" || exit 1; done'
    shells = [
        subprocess.Popen(["/bin/sh", "-c", loop, "sh", f"shell {number}"], stderr=subprocess.PIPE)
        for number in range(4)
    ]
    spoken = [shell.communicate(timeout=120)[1] for shell in shells]
    assert [
        (shell.returncode, said.count(b"Kept.")) for shell, said in zip(shells, spoken, strict=True)
    ] == [(0, 50)] * 4, spoken
    kept = json.loads(process("list", "--json", "-n", "0").stdout)
    assert len({entry["text"] for entry in kept}) == 200


def broken(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which keeping fails in a way nobody foresaw."""
    (tmp_path / "sitecustomize.py").write_text(
        "from tracejournal.journal.entries import Entries\n"
        "def fail(*args, **options): raise KeyError('secret words')\n"
        "Entries.keep = fail\n"
    )
    paths = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
    return {"PYTHONPATH": paths}


def test_an_unforeseen_failure_names_its_type_and_nothing_else(home: Path, tmp_path: Path) -> None:
    done = process("log", "secret words", environment=broken(tmp_path))
    assert done.returncode == 1
    said = done.stderr.decode()
    assert said.startswith("Something went wrong inside tracejournal (KeyError).")
    assert f"{home}/state/tracejournal.log" in said
    assert b"secret" not in done.stderr
    assert_calm(done)


def test_words_that_were_piped_in_survive_an_unforeseen_failure(home: Path, tmp_path: Path) -> None:
    done = process("log", piped=b"secret words", environment=broken(tmp_path))
    assert done.returncode == 1
    assert b"secret" not in done.stderr
    (aside,) = (home / "state").glob("not-kept-*.md")
    assert str(aside) in done.stderr.decode()
    assert aside.read_text() == "secret words"
