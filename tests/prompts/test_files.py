"""Files of prompts: what is written is read back, and what is wrong is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracejournal.model.errors import Misuse
from tracejournal.model.prompt import Prompt
from tracejournal.model.vocabulary import DEPTHS, PRINCIPLES, PROMPT_TIMES, ROLES
from tracejournal.prompts.deck import load_deck
from tracejournal.prompts.files import Found, read_prompts, write_prompts
from tracejournal.prompts.ids import is_id

DECK = load_deck()
DOC = Path(__file__).parents[2] / "docs" / "prompts.md"

TEXTS = st.text(max_size=60)


def keys(terms: tuple[object, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from([each.key for each in terms])  # type: ignore[attr-defined]


@st.composite
def own_prompts(draw: st.DrawFn) -> Prompt:
    return Prompt(
        "x",
        draw(TEXTS) + draw(st.sampled_from(["?", "何", "\u2028?", '"""?', "[[prompt]]"])),
        title=draw(TEXTS),
        principle=draw(keys(PRINCIPLES)),
        depth=draw(keys(DEPTHS)),
        roles=tuple(draw(st.lists(keys(ROLES), max_size=3))),
        minutes=draw(st.integers(1, 240)),
        starter=draw(TEXTS),
        distancing=draw(TEXTS),
        topic=draw(st.text(max_size=10)),
        when=draw(st.just("") | keys(PROMPT_TIMES)),
        instead_of=draw(st.sampled_from(["", "one-steady-thing"])),
        own=True,
    )


def one(text: str, known: tuple[Prompt, ...] = DECK) -> Found:
    (found,) = read_prompts(text, known)
    return found


def refused(text: str) -> tuple[int, str]:
    found = one(text)
    assert found.prompt is None
    return found.line, found.problem


@given(st.lists(own_prompts(), min_size=1, max_size=5, unique_by=lambda each: each.content))
def test_what_is_written_is_read_back(prompts: list[Prompt]) -> None:
    named = [each.replace(id=f"my-{number}") for number, each in enumerate(prompts)]
    text = "".join(write_prompts(named))
    found = read_prompts(text, DECK)
    assert [each.problem for each in found] == [""] * len(named)
    assert [each.prompt for each in found] == named
    again = read_prompts(text, (*DECK, *named))
    assert all(each.is_there for each in again)


def test_the_deck_itself_is_a_file_that_says_nothing_new() -> None:
    found = read_prompts("".join(write_prompts(DECK)), DECK)
    assert len(found) == len(DECK)
    assert all(each.is_there and not each.hints for each in found)


def test_the_example_of_the_docs_can_be_taken_in_as_it_stands() -> None:
    example_text = DOC.read_text("utf-8").split("```toml\n")[1].split("```")[0]
    found = read_prompts(example_text, DECK)
    assert len(found) >= 2
    assert [(each.problem, each.hints, each.is_there) for each in found] == [
        ("", (), False) for _ in found
    ]


def test_a_text_is_enough() -> None:
    prompt = one('[[prompt]]\ntext = "What helps?"\n').prompt
    assert prompt == Prompt("my-what-helps", "What helps?", own=True)


def test_an_id_becomes_one_of_ones_own_and_one_of_the_deck_is_left_alone() -> None:
    assert one('[[prompt]]\nid = "river"\ntext = "What?"').prompt.id == "my-river"  # type: ignore[union-attr]
    changed = one('[[prompt]]\nid = "one-steady-thing"\ntext = "Other?"').prompt
    assert changed
    assert changed.id == "my-one-steady-thing"


@pytest.mark.parametrize(
    ("block", "line", "problem"),
    [
        ("id = 5", 2, "id is a text in quotes."),
        ('title = "A title"', 1, "It has no question."),
        ('text = "  "', 2, "It has no question."),
        ('text = "X?"\n\n# a note\ndepth = "abyss"', 5, "There is no depth called “abyss”."),
        ('text = "X?"\nroles = "staff"', 3, 'roles is a list, such as ["staff"]'),
        ('text = "X?"\nroles = ["chief"]', 3, "There is no role called “chief”."),
        ('text = "X?"\nminutes = 0', 3, "Minutes are a whole number from 1 to 240"),
        ('text = "X?"\nminutes = true', 3, "Minutes are a whole number"),
        ('text = "X?"\nminutes = 1.5', 3, "Minutes are a whole number"),
        ('text = "X?"\nwhen = "noon"', 3, "There is no time called “noon”."),
        ('text = "X?"\nid = "Not an id"', 3, "“Not an id” cannot be an id."),
        ('text = "X?"\ninstead_of = "moon"', 3, "“moon” is no prompt of the deck"),
        ('text = "X?', 2, "This cannot be read:"),
        ('text = "X?"\nnonsense', 3, "This cannot be read:"),
        ("text = " + "[" * 5_000, 1, "This cannot be read: brackets are nested too deep."),
        ("minutes = " + "9" * 5_000, 1, "This cannot be read:"),
        (f'text = "{"long " * 600}"', 2, "Its text is longer than 2000 characters."),
        (f'text = "X?"\ntopic = "{"long " * 30}"', 3, "Its topic is longer than 40 characters."),
    ],
)
def test_what_is_wrong_is_told_with_its_line(block: str, line: int, problem: str) -> None:
    found_line, said = refused(f"[[prompt]]\n{block}\n")
    assert said.startswith(problem)
    assert found_line == line


def test_what_is_wrong_with_one_spoils_no_other() -> None:
    text = (
        '# mine\n[[prompt]]\ntext = "One?"\n\n[[prompt]]\ntext = "Two?\n\n'
        '[[ prompt ]]\r\ntext = "Three?"\n'
    )
    found = read_prompts(text, DECK)
    assert [(each.line, each.prompt.text if each.prompt else "") for each in found] == [
        (2, "One?"),
        (6, ""),
        (8, "Three?"),
    ]


def test_nothing_is_written_over() -> None:
    mine = Prompt("my-river", "Which river?", own=True)
    known = (*DECK, mine)
    taken = one('[[prompt]]\nid = "river"\ntext = "Another?"', known)
    assert taken.problem.startswith("There is another prompt called “my-river”")
    assert one('[[prompt]]\nid = "sea"\ntext = "Which river?"', known).is_there
    twice = read_prompts('[[prompt]]\ntext = "A?"\n[[prompt]]\ntext = "A?"\n', known)
    assert [each.is_there for each in twice] == [False, True]
    alike = '[[prompt]]\ntext = "A?"\n[[prompt]]\ntext = "a!"\n'
    assert [each.prompt.id for each in read_prompts(alike) if each.prompt] == ["my-a", "my-a-2"]


def test_a_prompt_of_the_deck_can_be_stood_in_for() -> None:
    text = '[[prompt]]\ntext = "X?"\ninstead_of = "most-supported"'
    prompt = one(text).prompt
    assert prompt
    assert prompt.instead_of == "most-supported"


def test_hints_are_hints() -> None:
    found = one('[[prompt]]\ntext = "Describe the case!"\ncolour = "red"\ntheme = 3')
    assert found.prompt
    assert len(found.hints) == 4
    assert found.hints[0] == "“colour” is not known here, so it is left out."


@pytest.mark.parametrize("text", ["", "hello", "prompt = 3", "[prompt]\ntext = 'x'"])
def test_a_file_without_a_prompt_is_refused(text: str) -> None:
    with pytest.raises(Misuse, match="There is no prompt in it"):
        read_prompts(text)


def test_a_file_with_far_too_many_is_refused() -> None:
    with pytest.raises(Misuse, match="1,001 prompts"):
        read_prompts("[[prompt]]\n" * 1_001)


def test_hostile_text_is_cleaned() -> None:
    text = r"[[prompt]]" + "\n" + r'text = "\u001b]0;x\u0007What\u0000 helps?\u202e"' + "\n"
    prompt = one(text + r'topic = "a\u001bb"').prompt
    assert prompt
    assert prompt.text == "]0;xWhat helps?\u202e"
    assert prompt.topic == "ab"


@given(st.text(max_size=400))
@example('[[prompt]]\ntext = """\n[[prompt]]\n"""')
def test_no_text_is_an_error_of_ours(text: str) -> None:
    for found in read_prompts(f"[[prompt]]\n{text}", DECK):
        assert bool(found.prompt) != bool(found.problem)
        assert found.line >= 1


def test_ids() -> None:
    assert is_id("a-2")
    assert is_id("my-" + "x" * 80)
    assert not any(map(is_id, ("", "A", "a b", "-a", "a--b", "x" * 81, "é")))
