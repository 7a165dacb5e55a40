from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.guided import Step
from tracejournal.model.walk import Walk

STEPS = tuple(Step(f"Question {number}?") for number in range(4))


def test_nothing_written_leaves_nothing_for_a_draft() -> None:
    walk = Walk(STEPS)
    walk.stand_at(2)
    walk.answer("  ")
    assert walk.fields({}) == {}
    assert walk.written == (False,) * 4


def test_what_else_a_form_holds_is_a_draft_by_itself() -> None:
    held = Walk(STEPS).fields({"timer": 1})
    assert (held["timer"], held["text"], held["step"]) == (1, "", 0)


def test_beyond_the_last_step_is_the_end_and_nothing_is_answered_there() -> None:
    walk = Walk(STEPS)
    walk.stand_at(99)
    assert (walk.place, walk.at_the_end) == (4, True)
    walk.answer("lost")
    assert walk.answers == [""] * 4
    walk.stand_at(-1)
    assert walk.place == 0


@given(st.lists(st.text(), min_size=4, max_size=4), st.integers())
def test_what_a_draft_holds_comes_back(answers: list[str], place: int) -> None:
    walk, again = Walk(STEPS), Walk(STEPS)
    for number, answer in enumerate(answers):
        walk.stand_at(number)
        walk.answer(answer)
    walk.stand_at(place)
    again.fill(walk.fields({"timer": 1}))
    expected = answers if any(walk.written) else [""] * 4
    assert (again.answers, again.place) == (expected, walk.place)


@given(
    st.dictionaries(
        st.sampled_from(["answers", "step", "questions", "text"]),
        st.one_of(st.none(), st.text(), st.integers(), st.lists(st.text(), max_size=9)),
    )
)
def test_a_draft_written_by_other_hands_loses_no_words_and_does_no_harm(
    fields: dict[str, object],
) -> None:
    walk = Walk(STEPS)
    walk.fill(fields)
    held = fields.get("answers")
    for said in held if isinstance(held, list) else []:
        assert str(said).strip() in "\n".join(walk.answers)
    assert 0 <= walk.place <= len(STEPS)
