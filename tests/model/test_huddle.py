from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.entry import MAX_MINUTES
from tracejournal.model.errors import Misuse
from tracejournal.model.huddle import SOLO, TOGETHER, Kept, joined, kept, names, steps

ASK = 2


def answers(asked: str) -> list[str]:
    return ["", "", asked, "", "", "", ""]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("@Sam", ("Sam",)),
        ("@Sam @Priya", ("Sam", "Priya")),
        ("Sam, Priya and Dana", ("Sam", "Priya", "Dana")),
        ("@Night_team", ("Night team",)),
        ("my supervisor", ("my supervisor",)),
        ("Sandy", ("Sandy",)),
        ("", ()),
        (" , ", ()),
    ],
)
def test_names_are_read_as_people_write_them(typed: str, found: tuple[str, ...]) -> None:
    assert names(typed) == found


@pytest.mark.parametrize("said", ["asked @Sam in the kitchen", "Whoever is at the desk by noon"])
def test_a_sentence_where_a_name_was_asked_for_is_kept_as_words(said: str) -> None:
    assert kept(answers(said), None) == Kept("", "", f"Asked: {said}")


def test_names_alone_become_people() -> None:
    assert kept(answers("Sam and Night team"), 7) == Kept("@Sam @Night_team", "7", "")
    moment = kept(answers("Sam and Night team"), 7).moment(TOGETHER)
    assert (moment.people, moment.minutes, moment.direction) == (("Sam", "Night team"), 7, "mutual")
    assert kept(answers(""), None).moment(SOLO).direction is None


def test_minutes_stay_within_a_day() -> None:
    assert kept(answers(""), 10**6).minutes == str(MAX_MINUTES)
    with pytest.raises(Misuse, match="whole number"):
        Kept(minutes="ten").moment(TOGETHER)


@given(st.lists(st.text(max_size=20), min_size=7, max_size=7))
def test_no_word_of_any_answer_is_lost(said: list[str]) -> None:
    found = kept(said, None)
    for number, answer in enumerate(said):
        everything = found.people.replace("_", " ") if number == ASK else found.text
        for word in answer.replace("_", " ").replace(",", " ").replace("@", " ").split():
            assert word in everything or word in found.text or word == "and"


def test_what_is_answered_after_a_change_at_the_end_joins_it() -> None:
    seen = Kept("@Sam", "", "Next: home")
    now = Kept("@Sam @Dana", "", "Set down: it\nNext: home")
    changed = Kept("Sam", "5", "Next: home, slowly")
    assert joined(changed, seen, now) == Kept("Sam @Dana", "5", "Next: home, slowly\nSet down: it")
    assert joined(changed, seen, seen) == changed


@pytest.mark.parametrize("mode", [TOGETHER, SOLO])
def test_every_step_has_a_name_that_fits(mode: str) -> None:
    assert [step.name for step in steps(mode) if "…" in step.name] == []
    assert len({step.name for step in steps(mode)}) == 7
