"""Which prompt a day offers."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.prompt import Prompt
from tracejournal.prompts.choice import choose_prompt

DAY = date(2026, 11, 23)

PROMPTS = st.lists(
    st.builds(
        Prompt,
        id=st.integers(0, 999).map(str),
        text=st.just("What?"),
        depth=st.sampled_from(["gentle", "medium", "deep"]),
        roles=st.sampled_from([(), ("staff",)]),
        hidden=st.booleans(),
    ),
    unique_by=lambda prompt: prompt.id,
    max_size=12,
)


def gentle(count: int) -> list[Prompt]:
    return [Prompt(f"prompt-{number}", "What?") for number in range(count)]


@given(PROMPTS, st.dates(), st.sets(st.integers(0, 999).map(str)), st.integers(0, 500))
def test_it_is_one_of_those_that_may_be_offered_or_none(
    prompts: list[Prompt], day: date, passed_over: set[str], before: int
) -> None:
    may = [p for p in prompts if p.depth != "deep" and not p.hidden and not p.roles]
    left = [prompt for prompt in may if prompt.id not in passed_over]
    chosen = choose_prompt(prompts, day, passed_over, before)
    assert (chosen in left) if left else chosen is None
    if any(prompt.depth == "gentle" for prompt in left):
        assert chosen
        assert chosen.depth == "gentle"


@given(PROMPTS, st.dates())
def test_the_order_of_the_file_does_not_matter(prompts: list[Prompt], day: date) -> None:
    assert choose_prompt(prompts, day) == choose_prompt(prompts[::-1], day)


@given(st.integers(2, 40), st.dates(max_value=date(9000, 1, 1)))
def test_none_comes_back_before_all_others_were_there(count: int, day: date) -> None:
    shown = [choose_prompt(gentle(count), day + timedelta(days=n)) for n in range(count)]
    assert len(set(shown)) == count


def test_the_order_is_not_that_of_the_names() -> None:
    shown = [choose_prompt(gentle(20), DAY + timedelta(days=n)) for n in range(20)]
    names = [prompt.id for prompt in shown if prompt]
    assert names != sorted(names)


def test_the_choice_is_the_same_on_every_machine_and_for_ever() -> None:
    """`hash` differs between processes; this must not."""
    shown = [choose_prompt(gentle(5), DAY + timedelta(days=n)) for n in range(5)]
    assert [prompt.id for prompt in shown if prompt] == [
        "prompt-3",
        "prompt-2",
        "prompt-4",
        "prompt-0",
        "prompt-1",
    ]
