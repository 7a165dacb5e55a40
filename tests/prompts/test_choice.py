"""Which prompt a day offers."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tracejournal.model.prompt import Prompt, PromptWishes
from tracejournal.prompts.choice import MONTH, Asking, choose_prompt, times_at

DAY = date(2026, 11, 23)

PROMPTS = st.lists(
    st.builds(
        Prompt,
        id=st.integers(0, 999).map(str),
        text=st.just("What?"),
        depth=st.sampled_from(["gentle", "medium", "deep"]),
        roles=st.sampled_from([(), ("staff",), ("supervisor", "administrator")]),
        topic=st.sampled_from(["", "calm", "conflict"]),
        when=st.sampled_from(["", "", "morning", "after-a-hard-day"]),
        hidden=st.booleans(),
    ),
    unique_by=lambda prompt: prompt.id,
    max_size=12,
)
IDS = st.sets(st.integers(0, 999).map(str))
ASKINGS = st.builds(
    Asking,
    passed_over=IDS,
    shown=st.dictionaries(st.integers(0, 999).map(str), st.dates(), max_size=9),
    resting=st.sets(st.sampled_from(["calm", "conflict"])),
    times=st.sets(st.sampled_from(["morning", "after-a-hard-day"])),
    wishes=st.builds(
        PromptWishes,
        roles=st.sampled_from([(), ("staff",), ("administrator",)]),
        depth=st.sampled_from(["gentle", "medium"]),
    ),
)
LATEST = date(9000, 1, 1)


def gentle(count: int) -> list[Prompt]:
    return [Prompt(f"prompt-{number}", "What?") for number in range(count)]


@given(PROMPTS, st.dates(), ASKINGS)
def test_rule_05_it_is_gentle_and_never_one_that_may_not_be_offered(
    prompts: list[Prompt], day: date, asking: Asking
) -> None:
    may = [
        each
        for each in prompts
        if each.depth != "deep"
        and not each.hidden
        and each.topic not in asking.resting
        and (not each.roles or set(each.roles) & set(asking.wishes.roles))
        and (not each.when or each.when in asking.times)
    ]
    left = [prompt for prompt in may if prompt.id not in asking.passed_over]
    chosen = choose_prompt(prompts, day, asking)
    assert (chosen in left) if left else chosen is None
    if asking.wishes.depth == "gentle" and any(each.depth == "gentle" for each in left):
        assert chosen
        assert chosen.depth == "gentle"


@given(PROMPTS, st.dates(), ASKINGS)
def test_the_order_of_the_file_does_not_matter(
    prompts: list[Prompt], day: date, asking: Asking
) -> None:
    assert choose_prompt(prompts, day, asking) == choose_prompt(prompts[::-1], day, asking)


@given(st.integers(2, 40), st.dates(max_value=LATEST))
def test_none_comes_back_before_all_others_were_there(count: int, day: date) -> None:
    deck = gentle(count)
    shown = [choose_prompt(deck, day + timedelta(days=n), Asking()) for n in range(count)]
    assert len(set(shown)) == count


@settings(deadline=None)  # a thousand days take as long as they take
@given(st.integers(46, 80), st.dates(max_value=LATEST), st.integers(1, 3), st.integers())
def test_over_years_none_comes_back_within_a_month_whatever_happens_to_the_deck(
    size: int, day: date, years: int, seed: int
) -> None:
    """Another one is asked for now and then, prompts are added and hidden, days are left out."""
    chance = Random(seed)  # noqa: S311 - days, not secrets
    deck = gentle(size)
    shown: dict[str, date] = {}
    for _ in range(365 * years):
        day += timedelta(days=1 if chance.random() < 0.9 else chance.randrange(60))
        if chance.random() < 0.05:
            deck.append(Prompt(f"my-{day}", "What?", own=True))
        if chance.random() < 0.03 and len(deck) > 46:
            deck.remove(chance.choice(deck))
        passed_over: set[str] = set()
        for _ in range(2 if chance.random() < 0.3 else 1):
            recent = {key: on for key, on in shown.items() if on >= day - timedelta(days=MONTH)}
            asking = Asking(passed_over=passed_over, shown=recent)
            chosen = choose_prompt(deck, day, asking)
            assert chosen
            if len(recent) < len(deck) - len(passed_over):
                assert chosen.id not in recent
            passed_over.add(chosen.id)
        shown.update(dict.fromkeys(passed_over, day))


def test_where_all_were_shown_it_is_the_one_that_waited_longest() -> None:
    shown = {f"prompt-{number}": DAY - timedelta(days=1 + (number * 3) % 5) for number in range(5)}
    chosen = choose_prompt(gentle(5), DAY, Asking(shown=shown))
    assert chosen
    assert shown[chosen.id] == min(shown.values())


def test_a_prompt_for_just_this_time_comes_first_and_at_no_other() -> None:
    deck = [*gentle(40), Prompt("my-morning", "What?", when="morning")]
    chosen = choose_prompt(deck, DAY, Asking(times={"morning"}))
    assert chosen == deck[-1]
    assert choose_prompt(deck, DAY, Asking(times={"evening"})) != deck[-1]
    yesterday = {"my-morning": DAY - timedelta(days=1)}
    assert choose_prompt(deck, DAY, Asking(times={"morning"}, shown=yesterday)) != deck[-1]


def test_medium_ones_come_by_themselves_where_the_person_asked_for_them() -> None:
    deck = [*gentle(3), Prompt("m", "What?", depth="medium")]
    days = [DAY + timedelta(days=number) for number in range(4)]
    asking = Asking(wishes=PromptWishes(depth="medium"))
    assert {choose_prompt(deck, day, asking) for day in days} == set(deck)
    assert {choose_prompt(deck, day, Asking()) for day in days} == set(deck[:3])


def test_the_order_is_not_that_of_the_names() -> None:
    shown = [choose_prompt(gentle(20), DAY + timedelta(days=n), Asking()) for n in range(20)]
    names = [prompt.id for prompt in shown if prompt]
    assert names != sorted(names)


def test_the_choice_is_the_same_on_every_machine_and_for_ever() -> None:
    """`hash` differs between processes; this must not."""
    shown = [choose_prompt(gentle(5), DAY + timedelta(days=n), Asking()) for n in range(5)]
    assert [prompt.id for prompt in shown if prompt] == [
        "prompt-3",
        "prompt-2",
        "prompt-4",
        "prompt-0",
        "prompt-1",
    ]


def test_times_of_a_day() -> None:
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    at = datetime.fromisoformat
    assert times_at(at("2026-11-23T11:59"), monday) == {"morning", "week-start"}
    assert times_at(at("2026-11-24T12:00"), tuesday) == set()
    assert times_at(at("2026-11-24T17:00"), tuesday) == {"evening"}
    assert times_at(at("2026-11-25T02:00"), tuesday) == {"evening"}, "a night shift"
    assert times_at(at("2026-11-24T15:00"), tuesday, after_a_hard_day=True) == {"after-a-hard-day"}
