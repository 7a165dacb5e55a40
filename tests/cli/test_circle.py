"""The circle from the shell: calm lines, honest exit codes, never a ranking."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.support import Shell


def people(shell: Shell) -> list[str]:
    return [each["name"] for each in shell.done("circle", "--json").objects]


def filled(shell: Shell) -> Shell:
    shell.done("log", "Huddle with @Sam", "--on", "2026-11-01", "--kind", "huddle")
    shell.done("log", "Tea with @Amina", "--on", "2026-11-22")
    shell.done("circle", "add", "Sam", "--rhythm", "2 weeks", "--role", "peer")
    shell.done("circle", "add", "Amina", "--rhythm", "10 days, 3 weeks at most")
    shell.done("circle", "add", "my", "supervisor", "--alias", "boss")
    shell.done("circle", "add", "Lee")
    shell.done("circle", "rest", "Lee", "--until", "friday")
    return shell


def test_before_there_is_a_journal_nothing_is_made_and_a_way_is_told(
    shell: Shell, home: Path
) -> None:
    done = shell("circle")
    assert (done.code, done.out) == (0, "")
    assert "Your circle is empty." in done.err
    assert shell("circle", "--json").objects == []
    assert not (home / "data").exists()


def test_it_tells_for_whom_it_may_be_time_and_who_rests(shell: Shell) -> None:
    assert filled(shell).done("circle").lines == [
        "● it may be time",
        "  Sam            peer, my team           3 weeks ago · every 2 weeks",
        "○ in rhythm",
        "  Amina          a person                yesterday · every 10 days, 3 weeks at most",
        "· no rhythm",
        "  my supervisor  a role                  –",
        "☾ resting",
        "  Lee            a person                resting until Fri 27 Nov 2026",
    ]


def test_rule_02_it_knows_no_overdue_and_counts_nobody_up(shell: Shell) -> None:
    said = filled(shell)("circle")
    for word in ("overdue", "late", "missed", "%", "should"):
        assert word not in said.out + said.err


def test_rule_26_the_order_is_the_persons_own(shell: Shell) -> None:
    filled(shell)
    assert people(shell) == ["Sam", "Amina", "my supervisor", "Lee"]
    shell.done("circle", "order", "my", "supervisor", "up")
    assert people(shell) == ["Sam", "my supervisor", "Amina", "Lee"]
    assert "stands there already" in shell("circle", "order", "Sam", "up").err


def test_rule_22_a_name_is_taken_and_a_role_is_offered_kindly(shell: Shell) -> None:
    assert "A role is as good as a name" in shell("circle", "add", "Sam").err
    done = shell("circle", "add", "my", "supervisor")
    assert done.err == "In your circle now: my supervisor, a role.\n"


def test_names_in_the_journal_are_named_to_be_taken_in(shell: Shell) -> None:
    shell.done("log", "Tea with @Zoe and @Ben")
    assert "Named in your journal: Ben, Zoe." in shell("circle").err


def test_an_alias_is_the_same_person_for_every_command(shell: Shell) -> None:
    filled(shell)
    assert shell("circle", "alias", "Sam", "Sammy", "S.T").err == "Sam is also: Sammy, S.T.\n"
    shell.done("log", "Thanked @Sammy")
    shell.done("log", "Rang", "--to", "s.t")
    assert [entry["people"] for entry in shell.kept("@sammy")] == [["Sam"]] * 3
    assert shell.kept("given:Sammy")[0]["text"] in ("Rang", "Thanked @Sammy")
    assert shell("circle", "alias", "Sammy", "S.T", "--off").err == "Sam is also: Sammy.\n"
    assert shell("circle", "alias", "Amina", "Sammy").code == 2


def test_a_rename_and_a_merge_keep_every_entry(shell: Shell) -> None:
    filled(shell)
    done = shell("circle", "rename", "Sam", "my", "peer")
    assert done.err == "Called my peer from now on. “Sam” still means the same person.\n"
    shell.done("log", "Walk with @Samuel")
    asked = shell("circle", "merge", "Samuel", "my", "peer", answers="n\n")
    assert "All 1 entry under Samuel go along." in asked.out + asked.err
    assert "Nothing was changed." in asked.err
    assert shell("circle", "merge", "Samuel", "Sam").code == 2  # there is no one to ask
    shell.done("circle", "merge", "Samuel", "my", "peer", "--yes")
    assert len(shell.kept("@Samuel")) == len(shell.kept("@my_peer")) == 2
    assert shell.kept("@Samuel")[0]["text"] == "Walk with @Samuel"


def test_rhythm_rest_leave_and_back(shell: Shell) -> None:
    filled(shell)
    assert shell("circle", "rhythm", "Sam", "every", "month").err == "Sam: every month.\n"
    assert shell("circle", "rhythm", "Sam", "none").err == "Sam has no rhythm now.\n"
    said = shell("circle", "leave", "my", "supervisor").err
    assert said.startswith("my supervisor: on leave until you say.")
    assert "`tracejournal circle back my_supervisor` ends it." in said
    assert shell("circle", "back", "my_supervisor").err == "my supervisor is back.\n"
    rest = shell("circle", "rest", "Sam", "--until", "2026-12-01")
    assert rest.err.startswith("Sam: resting until Tue 1 Dec 2026.")


def test_quiet_takes_someone_out_of_look_back_at_once(shell: Shell) -> None:
    shell.done("log", "A good day with @Sam", "--on", "2025-11-23", "--supported", "9")
    assert shell.done("look-back", "--on-this-day", "moment").out
    shell.done("circle", "quiet", "Sam")
    assert shell("look-back", "--on-this-day", "moment").out == ""
    shell.done("circle", "quiet", "Sam", "--off")
    assert shell.done("look-back", "--on-this-day", "moment").out


def test_whoever_is_removed_leaves_the_entries(shell: Shell) -> None:
    filled(shell)
    shell.done("circle", "remove", "Sam")
    assert people(shell) == ["Amina", "my supervisor", "Lee"]
    assert len(shell.kept("@Sam")) == 1


def test_show_counts_with_what_they_are_out_of_and_shows_no_words(shell: Shell) -> None:
    for day in ("2026-11-01", "2026-11-02"):
        shell.done("log", "secret @Sam", "--on", day, "--supported", "9", "--condition", "time",
                   "--direction", "given")  # fmt: skip
    shell.done("circle", "add", "Sam", "--rhythm", "2 weeks")
    done = shell.done("circle", "show", "sam")
    assert "2 moments: 2 given" in done.out
    assert "time was protected in 2 of 2" in done.out
    assert "of those you rated 8 or more that tell what helped" in done.out
    assert "Mon 2 Nov 2026" in done.out
    assert "secret" not in done.out
    found = json.loads(shell.done("circle", "show", "Sam", "--json").out)
    assert found["last_contact"] == {"on": "2026-11-02", "kind": None}
    assert found["last_year"]["present"] == {
        "rated_from": 8, "out_of": 2, "counts": {"time": 2},
    }  # fmt: skip
    assert (found["state"], found["due_on"]) == ("due", "2026-11-16")


def test_the_export_holds_all_that_is_said_of_them(shell: Shell) -> None:
    filled(shell)
    found = {each["name"]: each for each in json.loads(shell.done("export").out)["people"]}
    assert list(found) == ["Sam", "Amina", "my supervisor", "Lee"]
    assert found["Amina"]["rhythm"] == {
        "ideal_days": 10, "longest_days": 21, "since": "2026-11-23",
    }  # fmt: skip
    assert found["my supervisor"]["aliases"] == ["boss"]
    assert (found["Lee"]["away"], found["Lee"]["away_until"]) == ("rest", "2026-11-27")
    assert (found["Sam"]["role"], found["Sam"]["circle"], found["Sam"]["quiet"]) == (
        "peer", 1, False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (("paint", "Sam"), 2, "`circle` can do this: add, show"),
        (("renme", "Sam", "Jo"), 2, "`circle` can do this: rename."),
        (("show",), 2, "`tracejournal circle show Sam`"),
        (("rename", "Sam"), 2, "circle rename Maria"),
        (("rhythm", "Sam"), 2, "circle rhythm Sam 2 weeks"),
        (("rhythm", "Sam", "often"), 2, "is not a rhythm I can read"),
        (("show", "Smm"), 1, "There is no one called “Smm”. Did you mean Sam?"),
        (("merge", "Sam", "Nobody"), 1, "There is no one called “Nobody”."),
        (("add", "Sam"), 2, "Sam is in your circle already."),
        (("add", "Jo", "--sort", "robot"), 2, "There is no kind of person called “robot”."),
        (("add", "Jo", "--role", "king"), 2, "There is no role called “king”."),
        (("add", "x" * 200), 2, "A name has 80 characters at most."),
        (("add", "\u200b"), 2, "It needs a name, or better a role"),
        (("order", "Sam"), 2, "Say up or down"),
        (("rest", "Sam", "--until", "someday"), 2, "is not a day I can read"),
    ],
)
def test_what_cannot_be_done_says_what_can(
    shell: Shell, typed: tuple[str, ...], code: int, said: str
) -> None:
    filled(shell)
    before = shell.done("circle", "--json").out
    done = shell("circle", *typed, "--no-input")
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert shell.done("circle", "--json").out == before
