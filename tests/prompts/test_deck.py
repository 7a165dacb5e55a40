"""The deck: gentle, plain, about the person who reads it (rules 5, 6, 29 of the research)."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tracejournal.model.prompt import MAX_TITLE, Prompt
from tracejournal.model.vocabulary import DEPTHS, PRINCIPLES, ROLES
from tracejournal.prompts.deck import load_deck

DECK = load_deck()

LANDED = (
    "one-steady-thing",
    "a-spot-that-feels-safe",
    "a-breath-out",
    "the-end-of-work",
    "a-good-pause",
    "safe-this-week",
    "the-next-ten-minutes",
    "a-word-kept",
    "your-word-kept",
    "in-good-hands",
    "news-that-settled-people",
    "i-dont-know-yet",
    "trust-worn-thin",
    "most-supported",
    "one-real-moment",
    "someone-to-thank",
    "they-stayed-for-the-answer",
    "listens-without-fixing",
    "someone-to-laugh-with",
    "a-hello-that-helped",
    "one-easy-line",
    "help-noticed-later",
    "who-looks-out-for-you",
    "alone-with-it",
    "what-you-want-most",
    "know-how-passed-on",
    "learned-side-by-side",
    "credit-passed-on",
    "a-check-in-worth-it",
    "a-snag-as-it-stands",
    "bring-it-as-it-is",
    "mending-a-little",
    "a-choice-of-yours",
    "a-strength-in-use",
    "within-your-reach",
    "your-kind-of-rest",
    "the-smallest-next-step",
    "one-change",
    "heard-changed-told-back",
    "what-still-matters",
    "seen-for-who-you-are",
    "at-ease-as-yourself",
    "room-for-what-is-yours",
    "a-saying-for-company",
    "what-elders-call-strength",
    "an-extra-load",
    "good-hard-growing",
    "one-thing-to-set-down",
    "nothing-today",
    "to-a-colleague-like-you",
)
"""Kept answers point to these ids: one that has landed is never changed and never goes."""

BANNED = re.compile(
    r"\b(because|causes?|leads? to|improves?|makes? you|should|scores?|risks?|traumas?|traumatic"
    r"|must|ought|always|never|you need to|have you (?:tried|checked)|patients?|clients?|cases?"
    r"|incidents?|burn(?:ed|t)?[ -]?out|stress(?:ed)?|anxi\w+|depress\w+|heals?|protects?|proven"
    r"|diagnos\w+|describe|what happened|tell the story|streaks?|!)\b|!",
    re.IGNORECASE,
)
"""Duty, claims, diagnoses, client facts, and asking for the story again."""

GRADE = 8
LONGEST = 150


def words_of(prompt: Prompt) -> dict[str, str]:
    return {
        "text": prompt.text,
        "title": prompt.title,
        "starter": prompt.starter,
        "distancing": prompt.distancing,
    }


def grade(text: str) -> float:
    """Return the school grade a text asks for (Flesch-Kincaid; Kincaid et al. 1975)."""
    words = re.findall(r"[A-Za-z']+", text)
    sentences = max(1, len(re.findall(r"[.?!]+(?=\W|$)", text)))
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    lowered = word.lower()
    groups = len(re.findall(r"[aeiouy]+", lowered))
    silent = lowered.endswith("e") and not lowered.endswith("le") and groups > 1
    return max(1, groups - silent)


def test_the_source_s_own_question_stands_word_for_word() -> None:
    (prompt,) = (prompt for prompt in DECK if prompt.id == "most-supported")
    assert prompt.text == "When have I felt most supported at work, and what made that possible?"
    assert (prompt.principle, prompt.depth, prompt.roles) == ("peer-support", "gentle", ())


def test_ids_are_unique_and_those_that_landed_are_all_still_there() -> None:
    ids = [prompt.id for prompt in DECK]
    assert len(set(ids)) == len(ids)
    assert sorted(LANDED) == sorted(ids), "add new ids to LANDED; never take one out"
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each) for each in ids)


def test_an_id_of_one_s_own_can_never_be_one_of_the_deck() -> None:
    assert not [prompt.id for prompt in DECK if prompt.id.startswith("my-")]


def test_there_are_enough_of_every_principle() -> None:
    counts = Counter(prompt.principle for prompt in DECK)
    assert len(DECK) >= 24
    assert {each.key for each in PRINCIPLES} - {"own"} == set(counts)
    assert min(counts.values()) >= 3


def test_there_are_gentle_ones_for_everyone_for_more_than_a_month() -> None:
    assert len([p for p in DECK if p.depth == "gentle" and not p.roles]) >= 31


def test_most_are_gentle_and_few_are_deep() -> None:
    counts = Counter(prompt.depth for prompt in DECK)
    assert set(counts) == {each.key for each in DEPTHS}
    assert counts["gentle"] >= 0.6 * len(DECK)
    assert counts["deep"] <= 0.15 * len(DECK)


def test_every_role_has_some_of_its_own_and_deep_ones_are_for_everyone() -> None:
    roles = {role for prompt in DECK for role in prompt.roles}
    assert roles == {each.key for each in ROLES}
    assert not [prompt.id for prompt in DECK if prompt.depth == "deep" and prompt.roles]


@pytest.mark.parametrize("prompt", DECK, ids=lambda prompt: prompt.id)
class TestEachPrompt:
    def test_uses_no_word_that_claims_blames_or_asks_for_the_story(self, prompt: Prompt) -> None:
        for words in words_of(prompt).values():
            assert BANNED.search(words) is None

    def test_speaks_to_you(self, prompt: Prompt) -> None:
        if prompt.id != "most-supported":
            assert re.search(r"\byours?\b|\byou\b", prompt.text, re.IGNORECASE)

    def test_is_short_and_plain(self, prompt: Prompt) -> None:
        for words in filter(None, (prompt.text, prompt.distancing)):
            assert len(words) <= LONGEST
            assert grade(words) <= GRADE
            assert words[-1] in ".?"

    def test_has_a_title_that_fits_its_column(self, prompt: Prompt) -> None:
        assert 0 < len(prompt.title) <= MAX_TITLE
        assert not prompt.title.endswith("…")

    def test_begins_an_answer_that_can_be_written_on(self, prompt: Prompt) -> None:
        if prompt.starter:
            assert prompt.starter.endswith(" ")
            assert len(prompt.starter) <= 40

    def test_offers_distance_where_it_is_deep(self, prompt: Prompt) -> None:
        opening = "What would you tell a colleague who "
        assert prompt.distancing.startswith(opening) == (prompt.depth == "deep")

    def test_takes_a_few_minutes(self, prompt: Prompt) -> None:
        assert 1 <= prompt.minutes <= 10

    def test_can_be_shown_anywhere_as_it_is(self, prompt: Prompt) -> None:
        for words in words_of(prompt).values():
            assert words.isascii()
            assert "[" not in words
            assert "  " not in words


class TestTheLintItself:
    @pytest.mark.parametrize(
        "bad",
        [
            "What should you have done?",
            "Describe it.",
            "What happened, step by step?",
            "What makes you sad?",
            "How did the client feel?",
            "Your stress",
            "Are you burned out?",
            "Great!",
            "It leads to better days.",
        ],
    )
    def test_it_finds_what_must_not_be_said(self, bad: str) -> None:
        assert BANNED.search(bad)

    def test_it_leaves_innocent_words_alone(self) -> None:
        assert not BANNED.search("Let your shoulders drop. In any weather, a bookcase, casework.")

    def test_it_knows_a_hard_sentence(self) -> None:
        hard = "Considering organisational interdependencies, which opportunities emerge?"
        assert grade(hard) > GRADE
        assert grade("What did you like?") < 3
