"""What people read: claims nothing, blames nobody, counts no days, and stands in one place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.house.support import PACKAGE, modules, name_of, strings

if TYPE_CHECKING:
    from pathlib import Path

BANNED = re.compile(
    r"\b(because|causes|leads to|improves|makes you|should|scores?|risks?|streaks?|badges?"
    r"|missed days?|securely erased|traumas?)\b|!",
    re.IGNORECASE,
)
"""Section 7 (f) and rules 2, 20 and 29 of the research; and nothing is ever shouted."""

SENTENCE = re.compile(r"[“‘]?[A-Z][\w’']*[”’]?[,:.]? [\w“‘(@#{…]")
"""Begins like a sentence: a capital, then at least another word."""

NOT_SHOWN = re.compile(r"[A-Z]{2,}\b|[A-Z]\w+ [{.#&]")
"""The language of the engine, and the selectors of a style sheet."""

Finding = tuple[int, str]


def banned_words(source: str) -> list[Finding]:
    """Return the line and the word of everything that must not be said in a words module."""
    return [(line, match[0]) for line, text in strings(source) for match in BANNED.finditer(text)]


def sentences(source: str) -> list[Finding]:
    """Return the line and the text of what looks as if people read it."""
    return [
        (line, text)
        for line, text in strings(source)
        if SENTENCE.match(text) and not NOT_SHOWN.match(text) and "\n" not in text
    ]


@pytest.mark.parametrize("path", modules("words"), ids=name_of)
def test_no_words_module_says_what_must_not_be_said(path: Path) -> None:
    assert banned_words(path.read_text("utf-8")) == []


def test_nor_does_the_deck() -> None:
    deck = (PACKAGE / "prompts" / "deck.toml").read_text("utf-8")
    prompts = [line for line in deck.splitlines() if not line.startswith("#")]
    assert [match[0] for match in BANNED.finditer("\n".join(prompts))] == []


@pytest.mark.parametrize(
    "path",
    modules("cli", "tui", "journal", "model", "patterns", "prompts", "exchange"),
    ids=name_of,
)
def test_sentences_for_people_stand_in_words_alone(path: Path) -> None:
    assert sentences(path.read_text("utf-8")) == []


def test_rule_20_nothing_claims_more_of_erasing_than_is_true() -> None:
    claims = re.compile(
        r"secure(ly)? (eras|delet|wip|remov)|shred|unrecoverable|forensic", re.IGNORECASE
    )
    found = [path.name for path in modules("words") if claims.search(path.read_text("utf-8"))]
    assert found == []
    assert BANNED.search("securely erased")


class TestTheLintsThemselves:
    @pytest.mark.parametrize(
        ("said", "word"),
        [
            ('A = "You should rest."', "should"),
            ('A = "Tea improves sleep."', "improves"),
            ('A = ("fine", f"{n} days in a streak")', "streak"),
            ('A = {"a": "Well done!"}', "!"),
            ('A = "It was Securely\tErased: no. SCORE"', "SCORE"),
            ('A = "a missed day"', "missed day"),
            ('A = "for your trauma-informed team"', "trauma"),
            ('A = "this leads to that"', "leads to"),
        ],
    )
    def test_a_banned_word_is_found_wherever_it_stands(self, said: str, word: str) -> None:
        assert banned_words(said) == [(1, word)]

    def test_innocent_words_and_docstrings_are_left_alone(self) -> None:
        assert banned_words('"""Why it should not be."""\nA = "shoulders, asterisk, cause"') == []

    @pytest.mark.parametrize(
        "said",
        [
            'notify("Kept for you")',
            'x.title = f"Today, {day}"',
            'raise Misuse("No such day")',
            'A = "Nothing here yet."',
            'print("“Kept” it says")',
            'print("Kept. Thank you")',
        ],
    )
    def test_a_sentence_outside_is_found(self, said: str) -> None:
        assert len(sentences(said)) == 1

    @pytest.mark.parametrize(
        "said",
        [
            '"""A docstring of a module."""',
            'A = 5\n"""What A means to us."""',
            'store.run("SELECT 1 FROM entries")',
            'store.run(f"INSERT INTO {table} VALUES (?)")',
            'query("Dialog .card")',
            'CSS = "Dialog {\\n color: red; }"',
            'key = "ctrl+s"',
            'classes = "hint nothing"',
            'name = "TodayScreen"',
        ],
    )
    def test_what_nobody_reads_is_left_alone(self, said: str) -> None:
        assert sentences(said) == []
