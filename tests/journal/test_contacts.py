"""People I can call: a person's own, and what they change about the lines that come along."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tracejournal.journal.contacts import lines
from tracejournal.model.errors import Misuse, NotFound

if TYPE_CHECKING:
    from tests.support import FakeClock
    from tracejournal.journal.journal import Journal


def names(journal: Journal, section: str = "chosen") -> list[str]:
    return [each.name for each in journal.contacts.page("IE").contacts if each.section == section]


def test_a_journal_begins_with_what_comes_along(journal: Journal) -> None:
    assert journal.contacts.all() == lines()


def test_ones_own_come_first_in_their_order_and_can_be_moved(journal: Journal) -> None:
    kept = [journal.contacts.add("chosen", {"name": name}) for name in ("Mary", "Jo", "Ana")]
    other = journal.contacts.add("work", {"name": "My supervisor", "number": "ext. 12"})
    journal.contacts.move(kept[2].id, -1)
    assert names(journal) == ["Mary", "Ana", "Jo"]
    journal.contacts.move(kept[0].id, -1)
    journal.contacts.move(kept[1].id, 1)
    journal.contacts.move(other.id, 1)
    journal.contacts.move("samaritans-ie", 1)
    assert names(journal) == ["Mary", "Ana", "Jo"]
    assert names(journal, "work") == ["My supervisor"]


def test_one_says_since_when_it_is_there(journal: Journal, clock: FakeClock) -> None:
    mary = journal.contacts.add("chosen", {"name": " Mary\x07 ", "number": "085  123"})
    assert (mary.name, mary.number, mary.own) == ("Mary", "085 123", True)
    assert mary.changed_on == date(2026, 11, 23)
    clock.set("2026-11-25T09:00")
    assert journal.contacts.change(mary.id, {"note": "after six"}).changed_on == date(2026, 11, 25)
    assert journal.contacts.get(mary.id).name == "Mary"


@pytest.mark.parametrize("texts", [{}, {"name": "  "}, {"note": "only a note"}])
def test_neither_a_name_nor_a_number_is_refused(journal: Journal, texts: dict[str, str]) -> None:
    with pytest.raises(Misuse):
        journal.contacts.add("chosen", texts)
    mary = journal.contacts.add("chosen", {"name": "Mary"})
    with pytest.raises(Misuse):
        journal.contacts.change(mary.id, {"name": ""})
    assert names(journal) == ["Mary"]


def test_of_a_line_that_comes_along_only_what_was_changed_is_kept(journal: Journal) -> None:
    came = journal.contacts.get("samaritans-ie")
    changed = journal.contacts.change(came.id, {"name": came.name, "note": "Ask for the late team"})
    assert changed == came.replace(note="Ask for the late team", changed_on=date(2026, 11, 23))
    assert (changed.source, changed.checked_on) == (came.source, came.checked_on)
    journal.contacts.change(came.id, {"note": ""})
    assert journal.contacts.get(came.id).note == ""
    journal.contacts.remove(came.id)
    assert journal.contacts.get(came.id) == came


def test_any_of_them_can_be_hidden_and_shown_again(journal: Journal) -> None:
    mary = journal.contacts.add("chosen", {"name": "Mary"})
    for contact_id in (mary.id, "samaritans-ie"):
        before = journal.contacts.get(contact_id)
        assert journal.contacts.hide(contact_id).hidden
        assert contact_id not in [each.id for each in journal.contacts.page("IE").contacts]
        assert journal.contacts.page("IE").hidden == 1
        shown = journal.contacts.page("IE", with_hidden=True).contacts
        assert contact_id in [each.id for each in shown]
        assert journal.contacts.hide(contact_id, hidden=False) == before


def test_removing_ones_own_leaves_no_trace_in_the_table(journal: Journal) -> None:
    mary = journal.contacts.add("chosen", {"name": "Mary"})
    journal.contacts.remove(mary.id)
    assert journal.contacts.all() == lines()
    with pytest.raises(NotFound):
        journal.contacts.get(mary.id)


def test_keeping_one_takes_its_draft_with_it(journal: Journal) -> None:
    journal.drafts.save("contact:chosen:1a", {"text": "Mary", "name": "Mary"})
    journal.contacts.add("chosen", {"name": "Mary"}, clears="contact:chosen:1a")
    assert journal.drafts.all() == ()
