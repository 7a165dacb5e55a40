from __future__ import annotations

import json
from datetime import date, time
from typing import TYPE_CHECKING

from tracejournal.journal.journal import Journal
from tracejournal.model.recurrence import Recurrence

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.support import Shell


def fill(shell: Shell) -> None:
    shell.done("log", "Thanked @Priya #gratitude", "--on", "yesterday")
    shell.done("log", "Tea with @Dana")
    shell.done("prompts", "add", "Who made me laugh?")


def test_everything_in_sight_goes_to_standard_output(shell: Shell) -> None:
    fill(shell)
    found = json.loads(shell.done("export").out)
    assert (found["format"], found["version"]) == ("tracejournal", 1)
    assert list(found) == [
        "format",
        "version",
        "entries",
        "people",
        "loops",
        "prompts",
        "terms",
        "guided",
        "contacts",
        "rests",
        "meetings",
        "experiments",
    ]
    assert found["entries"] == shell.kept()
    assert [person["name"] for person in found["people"]] == ["Dana", "Priya"]
    assert [prompt["text"] for prompt in found["prompts"]] == ["Who made me laugh?"]
    assert found["loops"] == []


def test_whom_i_can_call_is_the_persons_own_and_goes_along(shell: Shell) -> None:
    fill(shell)
    with Journal.open() as journal:
        journal.contacts.add("chosen", {"name": "Mary", "number": "085"})
        journal.contacts.change("samaritans-ie", {"note": "late"})
    own, changed = json.loads(shell.done("export").out)["contacts"]
    assert (own["section"], own["name"], own["number"], own["own"]) == (
        "chosen",
        "Mary",
        "085",
        True,
    )
    assert (changed["id"], changed["note"], changed["own"]) == ("samaritans-ie", "late", False)


def test_marks_of_rest_go_along(shell: Shell) -> None:
    shell.done("rest", "--on", "2026-11-21", "--until", "2026-11-22")
    shell.done("rest", "--leave")
    assert [tuple(each.values()) for each in json.loads(shell.done("export").out)["rests"]] == [
        ("2026-11-21", "rest"), ("2026-11-22", "rest"), ("2026-11-23", "leave"),
    ]  # fmt: skip


def test_planned_meetings_go_along_with_what_was_told(shell: Shell) -> None:
    with Journal.open(clock=shell.clock, create=True) as journal:
        recurrence = Recurrence(date(2026, 9, 1), 2, at=time(14))
        meeting = journal.meetings.add(
            {"recurrence": recurrence, "kind": "mentorship", "people": ["Jo"]}
        )
        journal.meetings.drop(journal.meetings.on(meeting.id, date(2026, 11, 10)), "ill")
    (found,) = json.loads(shell.done("export").out)["meetings"]
    assert (found["kind"], found["people"], found["since"], found["every_weeks"], found["at"]) == (
        "mentorship", ["Jo"], "2026-09-01", 2, "14:00",
    )  # fmt: skip
    assert found["days"] == [
        {"due": "2026-11-10", "moved_to": None, "outcome": "dropped", "entry_id": None,
         "reason": "ill", "why": None},
    ]  # fmt: skip


def test_a_file_is_the_owners_alone(shell: Shell, tmp_path: Path) -> None:
    fill(shell)
    path = tmp_path / "out.json"
    done = shell.done("export", "--format", "json", str(path))
    assert done.out == ""
    assert done.err.startswith(f"2 entries written to {path}.")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_text() == shell.done("export", "-").out
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["out.json"]


def test_a_query_chooses(shell: Shell) -> None:
    fill(shell)
    found = json.loads(shell.done("export", "-", "@priya").out)
    assert [entry["people"] for entry in found["entries"]] == [["Priya"]]


def test_a_file_that_is_there_is_not_written_over_unasked(shell: Shell, tmp_path: Path) -> None:
    fill(shell)
    path = tmp_path / "out.json"
    path.write_text("precious")
    assert shell("export", str(path)).code == 2
    assert shell("export", str(path), answers="n\n").code == 0
    assert path.read_text() == "precious"
    shell.done("export", str(path), "--yes")
    assert json.loads(path.read_text())["version"] == 1


def test_places_that_cannot_be_written(shell: Shell, tmp_path: Path) -> None:
    fill(shell)
    folder = shell("export", str(tmp_path))
    assert (folder.code, "is a folder" in folder.err) == (2, True)
    nowhere = shell("export", str(tmp_path / "no" / "such.json"))
    assert nowhere.code == 1
    assert nowhere.err.count("\n") == 1


def test_no_journal_makes_no_file(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    assert shell("export", str(path)).code == 1
    assert not path.exists()


def test_only_json_is_known(shell: Shell) -> None:
    done = shell("export", "--format", "pdf")
    assert (done.code, "“pdf” is not known yet" in done.err) == (2, True)


def test_path_and_config_say_where_things_are(shell: Shell, home: Path) -> None:
    assert shell.done("path").out == f"{home}/data/journal.db\n"
    done = shell.done("config")
    assert done.lines[0] == f"# {home}/config/config.toml"
    assert 'theme = "dusk"' in done.lines
    assert 'day_starts_at = "00:00"' in done.lines


def test_config_prints_a_file_it_can_read(shell: Shell, write_config: Path) -> None:
    write_config.write_text('theme = "dawn"\nmotion = true\n[keys]\nkeep = "ctrl+k"\n')
    printed = shell.done("config").out
    assert 'keep = "ctrl+k"' in printed
    write_config.write_text(printed)
    assert shell.done("config").out == printed


def test_config_names_what_is_wrong(shell: Shell, write_config: Path) -> None:
    write_config.write_text("colour = 1\n")
    done = shell("config")
    assert (done.code, done.out) == (2, "")
    assert f"{write_config}: there is no setting called “colour”." in done.err
    assert shell("path").code == 0
