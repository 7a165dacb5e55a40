"""Reading a page of a locked file without the engine, for the day the engine refuses it.

The engine gives nothing of a page in which one byte is damaged, nor anything at all where that is
the first page. Here each page is decrypted by itself, so that a damaged locked journal can be saved
as well as a plain one. It is used for nothing else; what is kept is sealed by the engine alone.

The format of SQLCipher 4 (https://www.zetetic.net/sqlcipher/design/): AES-256 in CBC mode; of a
page of 4,096 bytes the last 80 hold its initialization vector and its HMAC; the first 16 of the
file are a salt, in place of what begins every SQLite file.
"""

from __future__ import annotations

PAGE_SIZE = 4_096
"""What SQLCipher 4 gives every file."""

USABLE = PAGE_SIZE - 80
"""Bytes of a page that hold what a plain one holds."""

MAGIC = b"SQLite format 3\0"
"""What the first page begins with when it is opened; the salt stands there in the file."""

_BLOCK = 16


class PageCipher:
    """What opens the pages of one file.

    Args:
        key: 32 bytes.
    """

    def __init__(self, key: bytes) -> None:
        """Take the key."""
        self._key = key

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
        return MAGIC[:start] + opened if (opened := self._opened(page, start, USABLE)) else b""

    def begin(self, page: bytes) -> bytes:
        """Return the first bytes of any page but the first, which costs less."""
        return self._opened(page, 0, _BLOCK)

    def _opened(self, page: bytes, start: int, end: int) -> bytes:
        vector = page[USABLE : USABLE + _BLOCK]
        if len(vector) < _BLOCK:
            return b""
        from cryptography.hazmat.primitives import ciphers  # noqa: PLC0415 - hardly ever needed
        from cryptography.hazmat.primitives.ciphers import algorithms, modes  # noqa: PLC0415

        decryptor = ciphers.Cipher(algorithms.AES256(self._key), modes.CBC(vector)).decryptor()
        return decryptor.update(page[start:end]) + decryptor.finalize()
