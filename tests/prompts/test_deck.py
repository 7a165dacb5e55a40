"""The deck: gentle, plain, about the person who reads it (rules 5, 6, 29 of the research)."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from tracejournal.model.prompt import MAX_TITLE, Prompt
from tracejournal.model.vocabulary import DEPTHS, PRINCIPLES, ROLES
from tracejournal.prompts.deck import COMPILED, DECK_FILE, compile_deck, load_deck
from tracejournal.prompts.reading import grade
from tracejournal.prompts.second_look import HARDEST, LONGEST, second_look
from tracejournal.words.prompts import NONE_YET

DECK = load_deck()
THEMES = range(1, 79)
"""The themes of the research, section 9."""

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
    "when-you-look-up",
    "what-runs-by-itself",
    "a-small-thing-near-you",
    "a-question-you-dared",
    "a-slip-met-with-kindness",
    "how-your-body-tells-you",
    "how-a-one-to-one-begins",
    "one-thing-off-the-pile",
    "a-plan-for-heavy-days",
    "what-no-one-says",
    "a-promise-to-yourself",
    "the-why-behind-it",
    "news-to-hear-sooner",
    "known-and-guessed",
    "asking-without-feeling-small",
    "a-promise-with-a-date",
    "the-load-no-one-sees",
    "a-hard-trade-off",
    "unsure-together",
    "thanks-to-hear",
    "a-small-smile",
    "an-ear-a-walk-a-laugh",
    "being-the-one-who-listens",
    "asking-before-telling",
    "peers-elsewhere",
    "help-that-missed",
    "a-small-ask",
    "what-your-team-could-hear",
    "a-trick-of-the-trade",
    "without-a-fuss",
    "a-knot-as-it-is",
    "from-the-other-side",
    "what-gets-in-the-way",
    "something-to-hand-over",
    "five-minutes-of-your-own",
    "what-they-come-to-you-for",
    "your-own-way",
    "left-undone-and-fine",
    "an-evening-of-yours",
    "a-no-that-held",
    "a-lead-to-hand-over",
    "your-voice-in-it",
    "strength-that-rubs-off",
    "out-of-your-hands",
    "your-name-said-right",
    "on-the-table",
    "what-respect-looks-like",
    "words-that-landed",
    "a-voice-not-in-the-room",
    "a-rule-that-weighs-more",
    "something-you-had-not-seen",
    "a-line-to-end-on",
)
"""Kept answers point to these ids: one that has landed is never changed and never goes."""


def words_of(prompt: Prompt) -> dict[str, str]:
    return {
        "text": prompt.text,
        "title": prompt.title,
        "starter": prompt.starter,
        "distancing": prompt.distancing,
    }


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
    """With room for another one asked for every other day."""
    assert len([p for p in DECK if p.depth == "gentle" and not p.roles]) >= 46


def test_about_half_are_gentle_and_few_are_deep() -> None:
    counts = Counter(prompt.depth for prompt in DECK)
    assert set(counts) == {each.key for each in DEPTHS}
    assert counts["gentle"] >= 0.5 * len(DECK)
    assert counts["deep"] <= 0.15 * len(DECK)


def test_every_role_has_several_of_its_own_some_of_them_gentle() -> None:
    for role in ROLES:
        own = [prompt for prompt in DECK if prompt.roles == (role.key,)]
        assert len(own) >= 8
        assert "gentle" in {prompt.depth for prompt in own}


def test_every_theme_is_asked_about() -> None:
    tables = tomllib.loads(Path(DECK_FILE).read_text("utf-8"))["prompt"]
    assert {table["theme"] for table in tables} == set(THEMES)


def test_a_topic_that_can_rest_is_one_plain_word_and_never_the_last_one() -> None:
    topics = {prompt.topic for prompt in DECK}
    assert all(re.fullmatch(r"([a-z]+( [a-z]+)?)?", topic) for topic in topics)
    gentle = [p for p in DECK if p.depth == "gentle" and not p.roles]
    assert all(len([p for p in gentle if p.topic != topic]) >= 31 for topic in topics)


def test_what_is_read_is_what_was_written() -> None:
    # Where this fails: python -m tracejournal.prompts.deck
    assert Path(COMPILED).read_text("utf-8") == compile_deck()


@pytest.mark.parametrize("prompt", DECK, ids=lambda prompt: prompt.id)
class TestEachPrompt:
    def test_rule_06_asks_for_no_story_and_nothing_about_clients(self, prompt: Prompt) -> None:
        assert second_look(prompt) == ()

    def test_rule_29_reads_plainly_and_names_nothing_the_reader_has(self, prompt: Prompt) -> None:
        assert second_look(prompt) == ()
        for text in filter(None, (prompt.text, prompt.distancing)):
            assert grade(text) <= HARDEST

    def test_rule_28_where_options_are_asked_for_none_is_as_good(self, prompt: Prompt) -> None:
        if re.search("option|solution", prompt.text):
            assert NONE_YET in prompt.text

    def test_speaks_to_you(self, prompt: Prompt) -> None:
        if prompt.id != "most-supported":
            assert re.search(r"\byours?\b|\byou\b", prompt.text, re.IGNORECASE)

    def test_is_short(self, prompt: Prompt) -> None:
        for words in filter(None, (prompt.text, prompt.distancing)):
            assert len(words) <= LONGEST
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
