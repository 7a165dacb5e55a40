"""How hard a text is to read, as a school grade.

The formula is that of Kincaid, Fishburne, Rogers & Chissom 1975 ("Flesch-Kincaid"), for English.
Syllables are counted from the letters, which is off by one for some words; over a few sentences
that evens out, and for a single short one the grade is no more than a hint.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)*", re.IGNORECASE)
_END = re.compile(r"[.?!…:;]+(?=\W|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?:[^aeiouyl]|[aeiouy]l)e$|[gq]ue$|[^aeiouydt]ed$|[^aeiouyscxzhg]es$|(?:some|where)(?=[a-z])"
)
_APART = re.compile(
    r"(?<![tscg])i[aou]|[^c]ious|quiet|scien|diet|idea|area|crea(?!m)|[eo]ing|[sd]n['’]t$"
)
"""Vowels that stand together and are spoken apart."""


def syllables(word: str) -> int:
    """Return about how many syllables an English word has, at least one."""
    small = word.lower()
    spoken = len(_VOWELS.findall(small)) + len(_APART.findall(small))
    return max(1, spoken - len(_SILENT.findall(small)))


def words_in(text: str) -> Sequence[str]:
    """Return the words of a text that are written in Latin letters without accents."""
    return _WORD.findall(text)


def grade(text: str) -> float:
    """Return the school grade a text asks for; 0 where there are no words that can be counted."""
    words = words_in(text)
    if not words:
        return 0.0
    ends = len(_END.findall(text.strip()))
    sentences = max(1, ends + (not re.search(r"[.?!…]\W*$", text.strip())))
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59
