from __future__ import annotations

import os
from pathlib import Path

import pytest

from tracejournal.journal import crash_log
from tracejournal.model.errors import JournalError, Misuse, StoreError

MARKER = "never show this"


def caught(depth: int = 0) -> BaseException:
    """Return what a failure over someone's words leaves behind."""
    local = f"{depth} {MARKER}"
    error = OSError(28, MARKER, f"/home/{MARKER}")
    with pytest.raises(ValueError, match=MARKER) as found:
        fall(depth, ValueError(local), error)
    found.value.add_note(MARKER)
    return found.value


def fall(depth: int, error: Exception, behind: Exception | None) -> None:
    """Fail below so many calls, while another failure is being dealt with."""
    if depth:
        fall(depth - 1, error, behind)
    error.__context__ = behind
    raise error


def log_file() -> Path:
    return Path(crash_log.path())


def logged() -> str:
    return log_file().read_text("ascii")


def test_it_tells_kinds_and_places_and_no_words() -> None:
    assert crash_log.note(caught())
    text = logged()
    assert "builtins.ValueError\n" in text
    assert "builtins.OSError 28\n" in text
    assert f"{__name__}:" in text
    assert "caught" in text
    assert "tracejournal 0." in text
    assert "python 3." in text
    assert MARKER not in text
    assert str(Path.home()) not in text


def test_it_and_its_folder_are_private(home: Path) -> None:
    before = os.umask(0)
    try:
        crash_log.note(caught())
    finally:
        os.umask(before)
    assert (home / "state").stat().st_mode & 0o777 == 0o700
    assert (home / "state" / "tracejournal.log").stat().st_mode & 0o777 == 0o600


def test_it_never_grows_without_end(home: Path) -> None:
    error = caught()
    while not (home / "state" / f"tracejournal.log.{crash_log.KEPT}").exists():
        assert crash_log.note(error)
    crash_log.note(error)
    files = sorted((home / "state").iterdir())
    assert len(files) == crash_log.KEPT + 1
    assert sum(file.stat().st_size for file in files) < 200_000
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


def test_errors_that_stand_behind_each_other_come_to_an_end() -> None:
    one, other = ValueError(), KeyError()
    one.__context__, other.__context__ = other, one
    assert crash_log.note(one)


def test_a_fall_through_many_calls_is_cut_short() -> None:
    crash_log.note(caught(depth=500))
    assert 30 < logged().count("\n") < 60


@pytest.mark.parametrize("name", [MARKER, "a\x1b[31m", "", "x" * 400])
def test_a_terminal_can_be_called_anything(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM_PROGRAM", name)
    crash_log.note(caught())
    assert "terminal" in logged()
    assert MARKER not in logged()
    assert "\x1b" not in logged()
    assert "x" * 100 not in logged()


def test_where_it_cannot_be_written_nothing_more_goes_wrong(home: Path) -> None:
    home.mkdir()
    (home / "state").write_text("a file where the folder would be")
    assert not crash_log.note(caught())


def test_a_link_in_its_place_is_not_followed(home: Path, tmp_path: Path) -> None:
    (home / "state").mkdir(parents=True)
    (home / "state" / "tracejournal.log").symlink_to(tmp_path / "elsewhere")
    assert not crash_log.note(caught())
    assert not (tmp_path / "elsewhere").exists()


def refused(refusal: JournalError, behind: Exception | None) -> JournalError:
    with pytest.raises(JournalError) as found:
        fall(0, refusal, behind)
    return found.value


def test_what_the_system_refused_is_noted_and_what_a_person_mistyped_is_not() -> None:
    crash_log.note_refusal(refused(Misuse(MARKER), ValueError(MARKER)))
    crash_log.note_refusal(refused(StoreError(MARKER), None))
    assert not log_file().exists()
    crash_log.note_refusal(refused(StoreError(MARKER), PermissionError(13, MARKER)))
    assert "StoreError" in logged()
    assert "PermissionError 13" in logged()
    assert MARKER not in logged()
