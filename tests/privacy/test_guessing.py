"""How hard a passphrase is to guess: said, never refused."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracejournal.privacy.guessing import advice
from tracejournal.words.lock_cli import EASY, HARD, POSSIBLE, VERY_HARD


@pytest.mark.parametrize("easy", ["a", "password", "qwertyuiop", "11111111", "p4ssw0rd", "密語"])
def test_what_is_guessed_first_is_easy(easy: str) -> None:
    assert advice(easy) == EASY


@pytest.mark.parametrize("hard", ["three small boats and a lamp", "voilà drei Lampen 密語"])
def test_what_nobody_would_put_together_is_very_hard(hard: str) -> None:
    assert advice(hard) == VERY_HARD


@given(st.text(min_size=1) | st.text("4@8({[<369&#!|10$5+7%2aA. ", min_size=1, max_size=200))
@settings(max_examples=300, deadline=None)
def test_anything_that_can_be_typed_has_an_answer(odd: str) -> None:
    assert advice(odd) in (EASY, POSSIBLE, HARD, VERY_HARD)


def test_an_empty_one_is_easy() -> None:
    assert advice("") == EASY


def test_of_a_very_long_one_only_the_beginning_is_looked_at() -> None:
    beginning = "one two three four five six seven eight nine ten eleven twelve thirteen"
    assert advice(beginning + "x" * 5_000_000) == VERY_HARD


def test_the_lists_of_words_are_read_when_they_are_needed_and_not_before() -> None:
    seen = "import sys, tracejournal.privacy.guessing; print('zxcvbn' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "False"
