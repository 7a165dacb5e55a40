"""Reading a page of a locked file without the engine, for the day the engine refuses it.

The engine gives nothing of a page in which one byte is damaged, nor anything at all where that is
the first page. Here each page is decrypted by itself, so that a damaged locked journal can be saved
as well as a plain one. It is used for nothing else; what is kept is sealed by the engine alone.

The format of SQLCipher 4 (https://www.zetetic.net/sqlcipher/design/): AES-256 in CBC mode; of a
page of 4,096 bytes the last 80 hold its initialization vector and its HMAC; the first 16 of the
file are a salt, in place of what begins every SQLite file. The cipher: FIPS 197, section 5.3. All
blocks of a page go through each round at once, a plane of bytes for each of the 16 places.
"""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE_SIZE = 4_096
"""What SQLCipher 4 gives every file."""

USABLE = PAGE_SIZE - 80
"""Bytes of a page that hold what a plain one holds."""

MAGIC = b"SQLite format 3\0"
"""What the first page begins with when it is opened; the salt stands there in the file."""

_BLOCK, _ROUNDS, _KEY_WORDS = 16, 14, 8
_FIELD = 0x11B  # the polynomial of FIPS 197, section 4.2
_SHIFTED = [(place - 4 * (place % 4)) % 16 for place in range(16)]  # where each byte comes from
_UNMIXED = (14, 11, 13, 9)  # section 5.3.3


class PageCipher:
    """What opens the pages of one file.

    Args:
        key: 32 bytes.
    """

    def __init__(self, key: bytes) -> None:
        """Make the keys of all rounds."""
        self._rounds = _round_keys(key)

    def opened(self, page: bytes, number: int) -> bytes:
        """Return what a page holds, as far as it is there.

        Whether it is damaged, or the key another one, shows in what comes out alone.

        Args:
            page: as it stands in the file.
            number: which page, counted from 1.

        Returns:
            `USABLE` bytes; b"" where the page was cut before the end.
        """
        start = len(MAGIC) if number == 1 else 0
        vector = page[USABLE : USABLE + _BLOCK]
        if len(vector) < _BLOCK:
            return b""
        return (MAGIC if start else b"") + self._chained(page[start:USABLE], vector)

    def begin(self, page: bytes) -> bytes:
        """Return the first bytes of any page but the first, which costs less."""
        vector = page[USABLE : USABLE + _BLOCK]
        return self._chained(page[:_BLOCK], vector) if len(vector) == _BLOCK else b""

    def _chained(self, sealed: bytes, vector: bytes) -> bytes:
        before = (vector + sealed)[: len(sealed)]
        return _xor(self._blocks(sealed), before)

    def _blocks(self, sealed: bytes) -> bytes:
        """Undo the cipher for each block by itself."""
        *rounds, last = self._rounds
        planes = [_add(sealed[place::_BLOCK], last[place]) for place in range(_BLOCK)]
        for number, round_key in reversed(tuple(enumerate(rounds))):
            planes = [
                _add(planes[_SHIFTED[place]].translate(_inverse_box()), round_key[place])
                for place in range(_BLOCK)
            ]
            if number:
                planes = _unmix(planes)
        opened = bytearray(len(sealed))
        for place, plane in enumerate(planes):
            opened[place::_BLOCK] = plane
        return bytes(opened)


def _unmix(planes: Sequence[bytes]) -> list[bytes]:
    tables = [_times_table(factor) for factor in _UNMIXED]
    mixed = []
    for column in range(0, _BLOCK, 4):
        for row in range(4):
            plane = bytes(len(planes[0]))
            for step, table in enumerate(tables):
                plane = _xor(plane, planes[column + (row + step) % 4].translate(table))
            mixed.append(plane)
    return mixed


def _add(plane: bytes, number: int) -> bytes:
    return _xor(plane, bytes([number]) * len(plane))


def _xor(one: bytes, other: bytes) -> bytes:
    both = int.from_bytes(one, "big") ^ int.from_bytes(other, "big")
    return both.to_bytes(len(one), "big")


def _times(one: int, other: int) -> int:
    """Multiply as section 4.2 does."""
    product = 0
    while other:
        product ^= one * (other & 1)
        one <<= 1
        one ^= _FIELD * (one >> 8)
        other >>= 1
    return product


@cache
def _times_table(factor: int) -> bytes:
    return bytes(_times(value, factor) for value in range(256))


@cache
def _box() -> bytes:
    """Return the substitution box: section 5.1.1."""
    inverse = [0] * 256
    for one in range(1, 256):
        inverse[one] = next(other for other in range(1, 256) if _times(one, other) == 1)
    turned = (
        value ^ _turn(value, 1) ^ _turn(value, 2) ^ _turn(value, 3) ^ _turn(value, 4) ^ 0x63
        for value in inverse
    )
    return bytes(turned)


def _turn(value: int, by: int) -> int:
    return (value << by | value >> (8 - by)) & 0xFF


@cache
def _inverse_box() -> bytes:
    box = _box()
    return bytes(box.index(value) for value in range(256))


def _round_keys(key: bytes) -> list[bytes]:
    """Return a key for each round: section 5.2."""
    words = [key[at : at + 4] for at in range(0, len(key), 4)]
    constant = 1
    while len(words) < 4 * (_ROUNDS + 1):
        word = words[-1]
        if len(words) % _KEY_WORDS == 0:
            word = (word[1:] + word[:1]).translate(_box())
            word = bytes([word[0] ^ constant]) + word[1:]
            constant = _times(constant, 2)
        elif len(words) % _KEY_WORDS == 4:  # noqa: PLR2004 - the step of a key of 256 bits
            word = word.translate(_box())
        words.append(_xor(words[-_KEY_WORDS], word))
    return [b"".join(words[at : at + 4]) for at in range(0, len(words), 4)]
