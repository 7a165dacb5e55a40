"""Rule 29: whatever people read asks for no more than grade 8, on their worst day, too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.house.support import modules, name_of, strings
from tracejournal.prompts.reading import grade, syllables, words_in
from tracejournal.prompts.second_look import HARDEST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FEWEST_WORDS = 7
"""Of fewer a grade says nothing: “Choose a category.” would be grade 9."""

LONGEST_WORD = 5
"""Syllables of a word in a label, which is no sentence: administrator has five."""

_CODE = re.compile(r"`[^`]*`|\{[^{}]*\}|--?[a-z][\w-]*|\S*[/\\_=@#]\S*|tracejournal", re.IGNORECASE)
_ENDS = re.compile(r"[.?]”?$")
_PARAGRAPH = re.compile(r"\n(?:[ ]*\n|(?=  ))| \| ")

Finding = tuple[int, str]


def spoken(text: str) -> str:
    """Return a text as it is read aloud: what is filled in or typed counts as one short word."""
    return _CODE.sub("it", text).replace("“it”", "it").strip()


def sentences(source: str) -> Iterator[Finding]:
    """Yield the line and the text of every sentence, paragraph by paragraph."""
    for line, text in strings(source):
        for paragraph in _PARAGRAPH.split(text):
            said = " ".join(spoken(paragraph).split())
            if _ENDS.search(said) and len(words_in(said)) >= FEWEST_WORDS:
                yield line, said


def labels(source: str) -> Iterator[Finding]:
    """Yield the line and the words of everything shorter: names, hints, keys."""
    for line, text in strings(source):
        if not _ENDS.search(text.strip()):
            yield from ((line, word) for word in words_in(spoken(text)))


@pytest.mark.parametrize("path", modules("words"), ids=name_of)
def test_rule_29_no_sentence_is_harder_than_grade_8(path: Path) -> None:
    source = path.read_text("utf-8")
    assert [found for found in sentences(source) if grade(found[1]) > HARDEST] == []


@pytest.mark.parametrize("path", modules("words"), ids=name_of)
def test_rule_29_no_label_has_a_word_of_more_than_five_syllables(path: Path) -> None:
    source = path.read_text("utf-8")
    assert [found for found in labels(source) if syllables(found[1]) > LONGEST_WORD] == []


def test_there_is_much_to_read() -> None:
    found = [each for path in modules("words") for each in sentences(path.read_text("utf-8"))]
    assert len(found) > 300


@pytest.mark.parametrize(
    "said",
    [
        'A = "Considering the implications, additional configuration is indispensable."',
        'A = {"x": "Initialisation of the organisational repository terminated prematurely."}',
        'A = """Short.\n\nConsidering the implications, reconfiguration is indispensable now."""',
    ],
)
def test_the_lint_itself_finds_a_hard_sentence(said: str) -> None:
    assert [text for _, text in sentences(said) if grade(text) > HARDEST]


def test_the_lint_itself_reads_what_people_read() -> None:
    said = 'A = "“{value}” is in {path}: run `tracejournal doctor --repair` now."'
    assert list(sentences(said)) == [(1, "it is in it: run it now.")]
    table = 'A = """Two words.\n\n  reconfiguration   of what is not a sentence at all\n"""'
    assert list(sentences(table)) == []
    assert [word for _, word in labels('A = "keep · multidimensionality"')] == [
        "keep",
        "multidimensionality",
    ]
