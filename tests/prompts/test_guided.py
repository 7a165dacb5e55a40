"""Guided reflections that come along: none retells, all end in the present; and own files."""

from __future__ import annotations

import re
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.house.support import ROOT
from tests.house.test_words import BANNED as BANNED_IN_WORDS
from tracejournal.model.errors import Misuse
from tracejournal.model.guided import CLOSING, MAX_NAME, MAX_STEPS, MAX_TITLE, Guide, Step
from tracejournal.model.prompt import Prompt
from tracejournal.prompts.guided import (
    guide_of_lines,
    id_of,
    load_guides,
    read_guides,
    write_guides,
)
from tracejournal.prompts.second_look import second_look
from tracejournal.words import prompts as words

GUIDES = load_guides()
LANDED = ("what-now", "least-to-say", "options", "what-works", "garden", "colleague")
THE_LEAST = "the least you need to say"
NOT_YET = "I don't have one yet"

NAMES_OF_OTHERS = re.compile(
    r"gibbs|kolb|driscoll|rolfe|borton|rose|thorn|woop|appreciative inquiry", re.IGNORECASE
)
"""Credited in docs/guided.md; nobody's name or trade name is a label."""

LOOKS_AHEAD_OR_HERE = re.compile(r"\b(now|next|coming up|small thing)\b", re.IGNORECASE)

every_guide = pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)


def spoken(guide: Guide) -> list[str]:
    steps = ((step.name, step.question, step.hint, *step.choices) for step in guide.steps)
    return [guide.title, guide.about, *(text for step in steps for text in step)]


def test_those_that_landed_stay() -> None:
    assert tuple(guide.id for guide in GUIDES)[: len(LANDED)] == LANDED


@every_guide
def test_rule_08_the_last_step_asks_for_the_present_or_what_comes_next(guide: Guide) -> None:
    *others, last = guide.steps
    assert last.closing
    assert LOOKS_AHEAD_OR_HERE.search(last.question)
    assert not any(step.closing for step in others)


def test_rule_08_steps_of_ones_own_get_such_an_end_where_they_have_none() -> None:
    assert Guide("a", "A", (Step("Why?"),)).steps[-1] == CLOSING
    assert Guide("a", "A", (Step("Now what?", closing=True),)).steps == (
        Step("Now what?", closing=True),
    )
    assert LOOKS_AHEAD_OR_HERE.search(CLOSING.question)


@every_guide
def test_rule_06_none_asks_for_the_story_or_for_anyone_elses_facts(guide: Guide) -> None:
    said = (text.replace(THE_LEAST, "") for text in spoken(guide))
    asks = {words.ASKS_FOR_STORY, words.ASKS_FOR_CLIENTS}
    assert [text for text in said if text and asks & set(second_look(Prompt("a", text)))] == []


@every_guide
def test_rule_29_the_words_are_plain_and_nobodys_trade_name(guide: Guide) -> None:
    said = " ".join(spoken(guide))
    assert BANNED_IN_WORDS.findall(said) == []
    assert NAMES_OF_OTHERS.findall(said) == []
    for step in guide.steps:
        assert len(step.question) <= 90, step.question
        assert all(len(word) <= 11 for word in re.findall(r"\w+", step.question)), step.question


@every_guide
def test_rule_28_wherever_options_or_steps_are_asked_for_none_yet_is_an_answer(
    guide: Guide,
) -> None:
    for step in guide.steps:
        if re.search(r"option|what now\?|small(est)? (next )?(step|thing that)", step.question):
            assert NOT_YET in step.choices, step.question


def test_rule_07_the_cycle_begins_with_the_least_there_is_to_say() -> None:
    cycle = next(guide for guide in GUIDES if guide.id == "least-to-say")
    assert cycle.steps[0].question == "What is the least you need to say?"


@every_guide
def test_names_and_titles_stand_whole_in_their_lists(guide: Guide) -> None:
    assert [text for text in spoken(guide) if "…" in text] == []
    assert len(guide.title) <= MAX_TITLE
    assert len(guide.about) <= 28
    assert all(len(step.name) <= MAX_NAME for step in guide.steps)


# Files


def test_what_comes_along_is_written_as_it_is_read() -> None:
    assert read_guides("".join(write_guides(GUIDES)), "x") == GUIDES


def _stays(text: str) -> bool:
    try:
        Step(text)
    except Misuse:
        return False
    return True


lines = st.text(max_size=40)
a_step = st.builds(
    Step,
    lines.filter(_stays),
    name=lines,
    hint=lines,
    choices=st.lists(lines, max_size=3).map(tuple),
    closing=st.booleans(),
)


@given(st.lists(a_step, min_size=1, max_size=5), lines.filter(_stays), lines)
def test_whatever_a_person_writes_comes_back_and_holds_nothing_a_terminal_obeys(
    steps: list[Step], title: str, about: str
) -> None:
    guide = Guide("mine", title, tuple(steps), about)
    written = "".join(write_guides([guide]))
    assert read_guides(written, "x") == (guide,)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)


@given(st.text())
def test_whatever_is_in_a_file_is_read_or_refused_in_a_sentence(text: str) -> None:
    try:
        read_guides(text, "file.toml")
    except Misuse as refusal:
        assert str(refusal).endswith(".")  # noqa: PT017 - either way is right


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no [[guided]]"),
        ("guided = 3", "no [[guided]]"),
        ("guided = [1]", "no [[guided]]"),
        ("[[guided", "cannot be read as TOML"),
        ("[[guided]]\ntitle = 'A'", "no steps"),
        ("[[guided]]\ntitle = 'A'\nstep = 3", "step cannot be"),
        ("[[guided]]\ntitle = 'A'\nstep = [3]", "step cannot be"),
        ("[[guided]]\ntitle = 'A'\nstep = [{}]", "step cannot be"),
        ("[[guided]]\ntitle = 'A'\nstep = [{question = 3}]", "question cannot be"),
        ("[[guided]]\ntitle = 'A'\nstep = [{question = ' '}]", "needs a question"),
        ("[[guided]]\ntitle = 'A'\nstep = [{question = 'a', choices = [3]}]", "choices cannot be"),
        ("[[guided]]\ntitle = 'A'\nstep = [{question = 'a', closing = 1}]", "closing cannot be"),
        ("[[guided]]\ntitle = 'A'\nstep = [{question = 'a', sound = 1}]", "nothing called “sound”"),
        ("[[guided]]\ntitle = 'A'\nminutes = 0\nstep = [{question = 'a'}]", "minutes cannot be"),
        ("[[guided]]\ntitle = 'A'\nminutes = true\nstep = [{question='a'}]", "minutes cannot be"),
        ("[[guided]]\ntitle = 'A'\nid = 'A:b'\nstep = [{question = 'a'}]", "id cannot be"),
        ("[[guided]]\ntitle = 3\nstep = [{question = 'a'}]", "title cannot be"),
        ("[[guided]]\nstep = [{question = 'a'}]", "needs a title"),
        ("[[guided]]\ntitle = 'A'\nstep = [" + "{question = 'a'}," * 13 + "]", "more than 12"),
    ],
)
def test_what_cannot_be_is_named(text: str, said: str) -> None:
    with pytest.raises(Misuse, match=re.escape(said)):
        read_guides(text, "file.toml")


def test_the_shortest_file_there_is() -> None:
    (guide,) = read_guides("[[guided]]\ntitle='After court'\n[[guided.step]]\nquestion='So?'", "x")
    assert (guide.id, guide.minutes) == ("my-after-court", 5)
    assert guide.steps == (Step("So?"), CLOSING)


def test_of_two_with_one_id_the_first_counts() -> None:
    one = "[[guided]]\nid='a'\ntitle='{}'\n[[guided.step]]\nquestion='So?'\n"
    (guide,) = read_guides(one.format("One") + one.format("Two"), "x")
    assert guide.title == "One"


# Plain lines


def test_a_title_and_a_question_a_line() -> None:
    guide = guide_of_lines("  After court \n\nWhat is the least?\nWhat helps?\n")
    assert (guide.id, guide.title, guide.own) == ("my-after-court", "After court", True)
    assert guide.steps == (Step("What is the least?"), Step("What helps?"), CLOSING)


@pytest.mark.parametrize(
    ("typed", "said"), [("", "needs a title"), ("Only a title", "no steps"), ("\n \n", "title")]
)
def test_what_is_missing_is_said(typed: str, said: str) -> None:
    with pytest.raises(Misuse, match=said):
        guide_of_lines(typed)


@given(st.text())
def test_an_id_is_always_one(title: str) -> None:
    assert re.fullmatch(r"my-[a-z0-9-]{1,57}", id_of(title))


def test_the_file_that_comes_along_explains_itself() -> None:
    text = resources.files("tracejournal.prompts").joinpath("guided.toml").read_text("utf-8")
    assert text.startswith("# ")
    assert "docs/guided.md" in text


def test_no_more_steps_than_a_small_screen_has_room_for() -> None:
    Guide("a", "A", (Step("?"),) * MAX_STEPS)
    with pytest.raises(Misuse, match="12"):
        Guide("a", "A", (Step("?"),) * (MAX_STEPS + 1))


# What the docs say


def test_the_example_in_the_docs_is_one_and_every_guide_is_credited_there() -> None:
    text = (ROOT / "docs" / "guided.md").read_text("utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    (guide,) = read_guides(example, "docs/guided.md")
    assert (guide.id, len(guide.steps)) == ("after-court", 3)
    listed = re.findall(r"^\| `([a-z-]+)` \| .* \| (.+) \|$", text, re.MULTILINE)
    assert tuple(name for name, source in listed if source) == tuple(each.id for each in GUIDES)
