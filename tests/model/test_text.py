"""Text of any kind: kept clean, shown safely."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.text import MAX_MARKS, MAX_SHOWN, clean, display, one_line

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cc", "Cf", "Cs", "Mn", "Me", "Zl", "Zp"]),
        st.sampled_from("\x1b\x9b\x00\r\n\t\u202e\u2066\u2067\u2068\u2069\u0301\u034f\u20dd\u200d"),
    )
)
"""Text that holds many more controls, marks and directions than anyone's."""

OPENS = "\u2066\u2067\u2068"
CLOSES = "\u2069"
OVERRIDES = "\u202a\u202b\u202c\u202d\u202e"


def deepest_pile(text: str) -> int:
    """Return the most marks that a terminal would draw on one character."""
    deepest = pile = 0
    for char in text:
        category = unicodedata.category(char)
        if category in ("Mn", "Me"):
            pile += 1
        elif category != "Cf":
            pile = 0
        deepest = max(deepest, pile)
    return deepest


def isolates_balance(line: str) -> bool:
    depth = 0
    for char in line:
        depth += (char in OPENS) - (char in CLOSES)
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("page one\x0cpage two\x0bline\x85next", "page one\npage two\nline\nnext"),
        ("a\tb", "a\tb"),
        ("\x1b[31mred\x1b[0m\x07", "[31mred[0m"),
        ("nul\x00 del\x7f c1\x9b", "nul del c1"),
        ("half \ud83d\ude4f a pair \udc80", "half  a pair "),
        ("नमस्ते, José, 家, 👩‍👩‍👧, עברית", "नमस्ते, José, 家, 👩‍👩‍👧, עברית"),
        ("[b]bold[/b] {brace} %s", "[b]bold[/b] {brace} %s"),
    ],
)
def test_what_is_kept_is_what_a_person_can_see(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(HOSTILE)
def test_cleaning_twice_changes_nothing_more(typed: str) -> None:
    assert clean(clean(typed)) == clean(typed)


@given(HOSTILE)
def test_what_is_kept_holds_no_control_and_can_be_written(typed: str) -> None:
    kept = clean(typed)
    assert not [char for char in kept if unicodedata.category(char) == "Cc" and char not in "\n\t"]
    assert kept.encode() == kept.encode("utf-8", "strict")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_cleaning_leaves_ordinary_text_alone(typed: str) -> None:
    assert clean(typed) == typed


@given(HOSTILE)
def test_what_is_shown_holds_no_control_but_line_and_tab(typed: str) -> None:
    shown = display(typed)
    assert not [char for char in shown if unicodedata.category(char) == "Cc" and char not in "\n\t"]
    assert not [char for char in shown if unicodedata.category(char) in ("Cs", "Zl", "Zp")]


@given(HOSTILE)
def test_what_is_shown_cannot_turn_the_rest_of_the_screen_around(typed: str) -> None:
    shown = display(typed)
    assert not set(shown) & set(OVERRIDES)
    assert all(isolates_balance(line) for line in shown.split("\n"))


@given(HOSTILE)
def test_marks_pile_up_only_so_far(typed: str) -> None:
    assert deepest_pile(display(typed)) <= MAX_MARKS


def test_a_mark_of_another_kind_does_not_begin_the_pile_anew() -> None:
    zalgo = "a" + "\u0301\u034f\u20dd\u0489\u200d" * 40
    assert deepest_pile(zalgo) == 160
    assert deepest_pile(display(zalgo)) == MAX_MARKS


@pytest.mark.parametrize(
    "living",
    ["Tiếng Việt", "ภาษาไทยที่นี่", "हिन्दी क्षत्रिय", "בְּרֵאשִׁ֖ית", "العَرَبِيَّةُ", "བོད་སྐད", "👍🏽 👩‍🚒 🏴󠁧󠁢󠁷󠁬󠁳󠁿 1️⃣"],
)
def test_living_scripts_and_emoji_are_shown_whole(living: str) -> None:
    assert display(living) == living


def test_hidden_things_become_visible() -> None:
    assert display("\x1b[2J\x00\x7f\x9b\u202eevil") == "␛[2J␀␡␦␦evil"


def test_only_so_much_is_shown_at_once_and_an_ellipsis_says_so() -> None:
    assert display("a" * (MAX_SHOWN + 1)) == "a" * MAX_SHOWN + "…"
    assert display("a" * MAX_SHOWN) == "a" * MAX_SHOWN
    assert display("é\nb", limit=1) == "é…"


@given(HOSTILE)
def test_a_line_is_one_line_of_bounded_length(typed: str) -> None:
    line = one_line(typed, limit=50)
    assert not set(line) & set("\n\t\x85\u2028\u2029")
    assert line == line.strip()
    assert isolates_balance(line)


def test_a_list_shows_the_first_words() -> None:
    assert one_line("Thanked Priya\n\nfor   covering\t today") == "Thanked Priya for covering today"
    assert one_line("word " * 300).endswith("…")


@pytest.mark.parametrize("pile", ["a", "e\u0301", "\u2066", "\x1b[31m", "家", "[a]("])
def test_a_megabyte_costs_no_more_than_a_breath(pile: str) -> None:
    text = pile * (1_000_000 // len(pile))
    before = time.process_time()
    clean(text)
    display(text)
    one_line(text)
    assert time.process_time() - before < 2  # it takes about a twentieth of a second
