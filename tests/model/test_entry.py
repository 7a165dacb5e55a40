"""What an entry can say, and the difference between words on their way and words kept."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import FakeClock
from tracejournal.model.draft import EDIT, MOMENT, REFLECTION, SavedDraft, slot_of
from tracejournal.model.entry import CheckIn, Draft, Entry, Moment, Part, Reflection
from tracejournal.model.errors import Misuse
from tracejournal.model.text import MAX_KEPT, clean

CONTENT = (Moment, Reflection, CheckIn)


class TestMoment:
    def test_one_line_is_enough(self) -> None:
        moment = Moment("Thanked @Priya for covering #gratitude")
        assert moment.people == ("Priya",)
        assert moment.tags == ("gratitude",)
        assert (moment.kind, moment.direction, moment.mode, moment.supported) == (None,) * 4

    def test_people_and_tags_given_apart_join_those_in_the_words(self) -> None:
        moment = Moment("Tea with @priya", people=("@Night_team", "Priya"), tags=("#Rest", "rest"))
        assert moment.people == ("Night team", "Priya")
        assert moment.tags == ("rest",)

    def test_terms_can_be_given_by_their_start(self) -> None:
        moment = Moment(direction="rec", mode="in person", fit="part", who=("someone",))
        assert (moment.direction, moment.mode, moment.fit) == ("received", "in-person", "partly")
        assert moment.who == ("supervisee",)

    def test_a_kind_can_be_of_ones_own(self) -> None:
        assert Moment(kind=" garden  hour\x1b ").kind == "garden hour"
        assert Moment(kind="  ").kind is None

    @pytest.mark.parametrize("field", ["direction", "mode", "fit"])
    def test_an_unknown_term_is_refused(self, field: str) -> None:
        values: dict[str, Any] = {field: "sideways"}
        with pytest.raises(Misuse, match=f"There is no {field} called “sideways”"):
            Moment(**values)

    def test_the_same_condition_twice_counts_once(self) -> None:
        assert Moment(present=("time", "time", "trust")).present == ("time", "trust")

    @pytest.mark.parametrize("minutes", [-1, 1441, "long", 2.5])
    def test_minutes_fit_into_a_day(self, minutes: Any) -> None:  # noqa: ANN401 - what forms send
        with pytest.raises(Misuse) as refused:
            Moment(minutes=minutes)
        expected = f"Minutes are a whole number from 0 to 1440, not “{minutes}”."
        assert str(refused.value) == expected


class TestRatings:
    @pytest.mark.parametrize(("given_value", "kept"), [(0, 0), ("10", 10), (" 7 ", 7), ("", None)])
    def test_a_number_from_0_to_10_or_none(self, given_value: Any, kept: int | None) -> None:  # noqa: ANN401 - what forms send
        assert Moment(supported=given_value).supported == kept
        check_in = CheckIn(energy=given_value, load=given_value)
        assert (check_in.energy, check_in.load) == (kept, kept)

    @pytest.mark.parametrize("value", [11, -1, "eleven", 7.5, "9" * 5_000, True])
    def test_anything_else_is_refused(self, value: Any) -> None:  # noqa: ANN401 - what forms send
        with pytest.raises(Misuse, match="Supported is a number from 0 to 10, not “"):
            Moment(supported=value)

    def test_the_refusal_says_which_gauge(self) -> None:
        with pytest.raises(Misuse, match="Load is a number from 0 to 10, not “12”"):
            CheckIn(energy=5, load=12)


class TestReflection:
    def test_its_words_are_its_answers(self) -> None:
        reflection = Reflection(
            parts=(Part("What?", "This."), Part("So?", ""), Part("Now?", "@Jo."))
        )
        assert reflection.text == "This.\n\n@Jo."
        assert reflection.people == ("Jo",)

    def test_changed_parts_change_the_words(self) -> None:
        reflection = Reflection(parts=(Part("What?", "This."),))
        assert reflection.replace(parts=(Part("What?", "That."),)).text == "That."

    def test_a_question_alone_says_nothing(self) -> None:
        assert Reflection(parts=(Part("What?", "  "),), prompt_id="most-supported").is_empty
        assert not Reflection(parts=(Part("What?", "This."),)).is_empty


class TestEmptiness:
    @pytest.mark.parametrize("kind", CONTENT)
    def test_nothing_said_is_empty(self, kind: type[Moment]) -> None:
        assert kind().is_empty

    @pytest.mark.parametrize(
        "content",
        [
            Moment("x"),
            Moment(kind="huddle"),
            Moment(people=("Jo",)),
            Moment(supported=0),
            CheckIn(energy=0),
            Reflection(missing=("time",)),
        ],
    )
    def test_anything_said_is_not(self, content: Moment) -> None:
        assert not content.is_empty

    def test_blank_words_say_nothing(self) -> None:
        assert Moment(" \n\t ").is_empty


@given(
    st.text(),
    st.lists(st.text(max_size=10), max_size=4),
    st.lists(st.text(max_size=10), max_size=4),
)
def test_any_words_any_people_and_any_tags_can_be_said(
    text: str, people: list[str], tags: list[str]
) -> None:
    moment = Moment(text, people=tuple(people), tags=tuple(tags))
    assert moment.replace() == moment
    for name in (*moment.people, *moment.tags):
        assert name == clean(name).strip() != ""


def test_a_book_can_be_kept_and_more_is_refused_not_cut() -> None:
    assert len(Moment("a" * MAX_KEPT).text) == MAX_KEPT
    with pytest.raises(Misuse, match="longer than 5,000,000 characters"):
        Moment("a" * (MAX_KEPT + 1))


def test_a_draft_and_a_kept_thing_are_two_types() -> None:
    """Nothing that wants an entry takes a draft: only what came back from the journal has an id."""
    now = FakeClock().now()
    draft = Draft(Moment("x"), now)
    kept = {"sealed": False, "trashed_at": None, "created_at": "", "updated_at": ""}
    entry = Entry.restored(row=1, id="id", content=Moment("x"), when=now, **kept)
    assert not isinstance(draft, Entry)
    assert not hasattr(draft, "id")
    assert draft.content == entry.content
    assert entry.type == "moment"


def test_a_saved_draft_knows_its_form_its_subject_and_its_words() -> None:
    saved = SavedDraft(slot_of(REFLECTION, "most-supported", "1a2b"), {"text": "half a"}, "")
    assert (saved.form, saved.subject, saved.words) == (REFLECTION, "most-supported", "half a")
    assert SavedDraft(slot_of(MOMENT, "", "1a2b"), {}, "").words == ""


def test_two_sittings_at_one_form_never_overwrite_each_other() -> None:
    slots = {
        slot_of(form, subject, token)
        for form in (MOMENT, REFLECTION, EDIT)
        for subject in ("", "a", "b")
        for token in ("1", "2")
    }
    assert len(slots) == 18
