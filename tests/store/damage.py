"""Ways to damage a journal's file, and what an independent reading says is still there.

The independent reading knows nothing of rows: it looks at which pages the words of an entry stand
on, byte for byte, in the file as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping
    from pathlib import Path

PAGE = 4_096

Pages = set[int]
Damage = tuple[bytes, Pages]
"""The damaged file, and the pages that are not as they were, counted from 0."""


def half(content: bytes, _chance: random.Random) -> Damage:
    kept = len(content) // 2
    return content[:kept], set(range(kept // PAGE, len(content) // PAGE))


def page_cut(content: bytes, chance: random.Random) -> Damage:
    kept = len(content) - chance.randrange(1, 6 * PAGE)
    return content[:kept], set(range(kept // PAGE, len(content) // PAGE))


def pages_zeroed(content: bytes, chance: random.Random) -> Damage:
    hit = set(chance.sample(range(len(content) // PAGE), 5))
    return _with(content, {page: bytes(PAGE) for page in hit}), hit


def pages_swapped(content: bytes, chance: random.Random) -> Damage:
    numbers = range(1, len(content) // PAGE)
    one, other = chance.sample(numbers, 2)
    while _page(content, one) == _page(content, other):  # as two that hold nothing yet
        one, other = chance.sample(numbers, 2)
    pages = {one: _page(content, other), other: _page(content, one)}
    return _with(content, pages), {one, other}


def pages_random(content: bytes, chance: random.Random) -> Damage:
    hit = set(chance.sample(range(len(content) // PAGE), 5))
    return _with(content, {page: chance.randbytes(PAGE) for page in hit}), hit


def header_zeroed(content: bytes, _chance: random.Random) -> Damage:
    return bytes(100) + content[100:], set()


def first_page_random(content: bytes, chance: random.Random) -> Damage:
    return chance.randbytes(PAGE) + content[PAGE:], {0}


def windows_line_endings(content: bytes, _chance: random.Random) -> Damage:
    return content.replace(b"\n", b"\r\n"), set()


def garbage_appended(content: bytes, chance: random.Random) -> Damage:
    return content + chance.randbytes(10_000), set()


def bits_flipped(content: bytes, chance: random.Random) -> Damage:
    damaged = bytearray(content)
    places = [chance.randrange(len(content)) for _ in range(20)]
    for place in places:
        damaged[place] ^= 1 << chance.randrange(8)
    return bytes(damaged), {place // PAGE for place in places}


DAMAGES: tuple[Callable[[bytes, random.Random], Damage], ...] = (
    half,
    page_cut,
    pages_zeroed,
    pages_swapped,
    pages_random,
    header_zeroed,
    first_page_random,
    windows_line_endings,
    garbage_appended,
    bits_flipped,
)


def nothing_but_random(content: bytes, chance: random.Random) -> Damage:
    return chance.randbytes(len(content)), set(range(len(content) // PAGE))


def text(content: bytes, _chance: random.Random) -> Damage:
    return b"Dear diary,\n" * 4_000, set(range(len(content) // PAGE))


def readable(content: bytes, pieces: Mapping[str, list[str]], hit: Pages) -> set[str]:
    """Return the keys whose pieces of words all stand on pages that were not hit."""
    return {
        key
        for key, words in pieces.items()
        if all(_pages_of(content, piece).isdisjoint(hit) for piece in words)
    }


def _pages_of(content: bytes, piece: str) -> Pages:
    sought = piece.encode()
    at = content.find(sought)
    assert at >= 0, piece
    assert content.find(sought, at + 1) < 0, piece
    return set(range(at // PAGE, (at + len(sought) - 1) // PAGE + 1))


def _page(content: bytes, number: int) -> bytes:
    return content[number * PAGE : (number + 1) * PAGE]


def _with(content: bytes, pages: Mapping[int, bytes]) -> bytes:
    damaged = bytearray(content)
    for number, page in pages.items():
        damaged[number * PAGE : (number + 1) * PAGE] = page
    return bytes(damaged)


def beside(path: Path) -> list[Path]:
    """Return the journals that were saved beside a damaged one."""
    return sorted(path.parent.glob("journal-rescued-*.db"))
