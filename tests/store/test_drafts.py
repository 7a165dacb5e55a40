"""Words on their way: the latest of each form, and what was lost from it on the way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tracejournal.store import drafts
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from tracejournal.store.engine import Store

SLOT = "moment::1a2b"


def save(store: Store, text: str, slot: str = SLOT, now: str = "2026") -> None:
    with store.transaction():
        drafts.save(store, slot, {"text": text}, now)


def earlier(store: Store) -> list[str]:
    rows = store.rows("SELECT fields FROM draft_revisions ORDER BY id")
    return [json.loads(row[0])["text"] for row in rows]


def test_the_latest_state_of_a_form_is_there_after_opening_again(path: Path) -> None:
    fields = {"text": "half\na 家 thought", "supported": 7, "kind": None, "people": ["Jo"]}
    with open_store(str(path), create=True) as store:
        save(store, "half")
        with store.transaction():
            drafts.save(store, SLOT, fields, "2026-11-23T08:42:00+00:00")
    with open_store(str(path)) as store:
        (saved,) = drafts.all_saved(store)
    assert (saved.slot, saved.fields) == (SLOT, fields)
    assert saved.saved_at == "2026-11-23T08:42:00+00:00"


def test_each_form_has_its_own_the_latest_first(store: Store) -> None:
    for second, slot in enumerate(("moment::1", "reflection:a:2", "reflection:b:3")):
        save(store, slot, slot, f"2026-11-23T08:42:0{second}+00:00")
    assert [saved.slot for saved in drafts.all_saved(store)] == [
        "reflection:b:3",
        "reflection:a:2",
        "moment::1",
    ]


def test_typing_on_needs_no_revisions(store: Store) -> None:
    for text in ("T", "Th", "Thanked", "Thanked @Priya"):
        save(store, text)
    assert earlier(store) == []


def test_typing_on_in_the_middle_needs_none_either(store: Store) -> None:
    for answers in (["one two", "b"], ["one and two", "b"], ["x one and two y", "ab"]):
        with store.transaction():
            text = "\n\n".join(answers)
            drafts.save(store, SLOT, {"text": text, "answers": answers}, "2026")
    assert drafts.earlier(store, SLOT) == ()


def test_an_answer_that_is_taken_out_can_be_found_again(store: Store) -> None:
    for answers in (["one", "two"], ["one"]):
        with store.transaction():
            drafts.save(store, SLOT, {"text": "\n\n".join(answers), "answers": answers}, "2026")
    assert [each.words for each in drafts.earlier(store, SLOT)] == ["one\n\ntwo"]


def test_what_is_deleted_or_replaced_while_typing_can_be_found_again(store: Store) -> None:
    for text in ("a long thought", "", "x", "x and", "other"):
        save(store, text)
    assert earlier(store) == ["a long thought", "x and"]
    assert [each.words for each in drafts.earlier(store, SLOT)] == ["x and", "a long thought"]


def test_minutes_of_typing_do_not_push_out_what_was_deleted_before(store: Store) -> None:
    save(store, "the whole evening")
    save(store, "o")
    for length in range(500):
        save(store, "on and " * length)
    assert earlier(store)[0] == "the whole evening"


def test_only_so_many_are_kept_and_the_oldest_go_first(store: Store) -> None:
    for number in range(drafts.REVISIONS_KEPT + 6):
        save(store, f"thought {number}.")
    assert earlier(store) == [
        f"thought {number}." for number in range(5, drafts.REVISIONS_KEPT + 5)
    ]


def test_one_form_does_not_push_out_what_another_held(store: Store) -> None:
    save(store, "mine", "moment::1")
    save(store, "", "moment::1")
    for number in range(2 * drafts.REVISIONS_KEPT):
        save(store, f"thought {number}.", "moment::2")
    assert earlier(store)[0] == "mine"


def test_discarding_forgets_the_form_and_all_it_held_but_no_other(store: Store) -> None:
    for slot in ("moment::1", "moment::2"):
        save(store, "one", slot)
        save(store, "two", slot)
    with store.transaction():
        drafts.discard(store, "moment::1")
    assert [saved.slot for saved in drafts.all_saved(store)] == ["moment::2"]
    assert earlier(store) == ["one"]


@pytest.mark.parametrize("text", ["\x00nul", "\x1b[31m", '"quoted" \\ back', "🙂", "\x85 next"])
def test_any_text_on_its_way_comes_back(store: Store, text: str) -> None:
    save(store, text)
    (saved,) = drafts.all_saved(store)
    assert saved.words == text


def test_half_a_character_does_not_lose_the_other_words(store: Store) -> None:
    save(store, "before \ud83d after")
    (saved,) = drafts.all_saved(store)
    assert saved.words == "before  after"


def test_going_on_under_another_name_takes_along_what_was_deleted_before(store: Store) -> None:
    save(store, "deleted")
    save(store, "there")
    with store.transaction():
        assert drafts.take_up(store, SLOT, "moment::new")
        assert not drafts.take_up(store, SLOT, "moment::newer")
    assert [saved.slot for saved in drafts.all_saved(store)] == ["moment::new"]
    assert [each.words for each in drafts.earlier(store, "moment::new")] == ["deleted"]


def test_an_offer_is_remembered_until_the_words_change(store: Store) -> None:
    save(store, "waits")
    with store.transaction():
        drafts.mark_offered(store, SLOT)
    (saved,) = drafts.all_saved(store)
    assert (saved.offered, saved.fields) == (True, {"text": "waits"})
    save(store, "waits no more")
    assert not drafts.all_saved(store)[0].offered


def test_saving_what_is_saved_already_writes_nothing(store: Store) -> None:
    save(store, "same", now="2026-11-23")
    before = store.connection.total_changes
    save(store, "same", now="2026-11-24")
    assert store.connection.total_changes == before
