"""Guided reflections of one's own, beside those that come along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracejournal.journal.guides import shipped
from tracejournal.model.entry import Draft, Part
from tracejournal.model.errors import Misuse, NotFound
from tracejournal.model.guided import CLOSING, Guide, Step

if TYPE_CHECKING:
    from tracejournal.journal.journal import Journal

MINE = Guide("after-court", "After court", (Step("So?", choices=("Yes",)), CLOSING), "Soon after")


def test_ones_own_stand_behind_those_that_come_along(journal: Journal) -> None:
    assert journal.guides.take_in([MINE]) == (MINE.replace(own=True),)
    assert journal.guides.all() == (*shipped(), MINE.replace(own=True))
    assert journal.guides.own() == (MINE.replace(own=True),)


def test_the_same_one_is_taken_in_once_and_another_of_its_name_stands_beside_it(
    journal: Journal,
) -> None:
    other = MINE.replace(title="After court, again")
    journal.guides.take_in([MINE])
    assert [guide.id for guide in journal.guides.take_in([MINE, other])] == ["after-court-2"]
    assert [guide.title for guide in journal.guides.own()] == ["After court", "After court, again"]
    assert journal.guides.take_in([shipped()[0]]) == ()


def test_one_named_like_one_that_comes_along_gets_a_name_of_its_own(journal: Journal) -> None:
    (added,) = journal.guides.take_in([MINE.replace(id="what-now")])
    assert added.id == "what-now-2"
    assert journal.guides.get("what-now") == shipped()[0]


@pytest.mark.parametrize("typed", ["after-court", "after", "guided:after-court"])
def test_it_is_found_by_its_id_or_the_start_of_it(journal: Journal, typed: str) -> None:
    journal.guides.take_in([MINE])
    assert journal.guides.get(typed).title == "After court"


@pytest.mark.parametrize("typed", ["", "nothing", "what"])
def test_what_is_none_or_more_than_one_is_refused(journal: Journal, typed: str) -> None:
    with pytest.raises(NotFound, match="There is no guided reflection"):
        journal.guides.get(typed)


def test_what_was_written_along_one_stays_when_it_goes(journal: Journal) -> None:
    (mine,) = journal.guides.take_in([MINE])
    kept = journal.entries.keep(Draft(mine.reflection(["Well", ""])))
    journal.guides.remove("after-court")
    assert journal.guides.own() == ()
    content = journal.entries.get(kept.id).content
    assert getattr(content, "parts", ()) == (Part("So?", "Well"),)
    assert getattr(content, "prompt_id", "") == "guided:after-court"


def test_those_that_come_along_cannot_be_removed(journal: Journal) -> None:
    with pytest.raises(Misuse, match="came with tracejournal"):
        journal.guides.remove("garden")


def test_of_a_row_that_was_cut_the_steps_that_can_be_read_stay(journal: Journal) -> None:
    journal.guides.take_in([MINE])
    journal._store.run("""UPDATE guides SET steps = '[{"question": "So?"}, {"hint": "x"}, 3]'""")
    assert [step.question for step in journal.guides.own()[0].steps] == ["So?"]
    journal._store.run("UPDATE guides SET steps = '{}'")
    assert journal.guides.own()[0].steps == (CLOSING,)
