"""The pages of a journal's file, plain or locked, read one by one without the engine.

The engine refuses a whole table where one of its pages is damaged. Here each page is read by
itself, so that damage hides nothing but what stood on the damaged page. The format is that of
https://www.sqlite.org/fileformat2.html; nothing is ever written.
"""

from __future__ import annotations

import mmap
import struct
from typing import TYPE_CHECKING, Any, NamedTuple

from tracejournal.store import page_cipher
from tracejournal.store.page_cipher import PageCipher

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PAGE_SIZE = 4_096
"""What the engine gives every journal. A shell can have made a copy with another one."""

_SIZES = tuple(2**power for power in range(9, 17))
_SAMPLE = 400
"""Pages looked at to tell whether a size is the right one."""

_SAMPLE_OPENED, _ENOUGH = 100, 2
"""Pages that are opened to tell whether a key fits, and how many must look like pages then."""

_HIT = 8
"""What a page that was found weighs against a place that holds none."""

_FILE_HEADER = 100
_FREE_TRUNK = slice(32, 36)
_TABLE_LEAF, _INDEX_LEAF, _INDEX_BRANCH, _TABLE_BRANCH = 0x0D, 0x0A, 0x02, 0x05
_KINDS = (_TABLE_LEAF, _INDEX_LEAF, _INDEX_BRANCH, _TABLE_BRANCH)
_LONGEST_VARINT = 9
_WAL_HEADER, _FRAME_HEADER = 32, 24
_WAL_MAGIC = 0x377F0682  # or one more, where its checksums are big-endian
_FIXED_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_REAL, _ZERO, _ONE, _BLOB = 7, 8, 9, 12


class Row(NamedTuple):
    """A row as it stands on its page.

    Attributes:
        rowid: its number; None on the pages of an index.
        values: its columns in the order of the file; text as text, None where it is null.
        whole: False where its end stood on a page that cannot be read.
    """

    rowid: int | None
    values: tuple[Any, ...]
    whole: bool


class Pages:
    """All pages of a file, those that its -wal holds in its place.

    Args:
        path: the file; it may be damaged in any way, but not empty.
        key: what it is locked with; b"" where it is plain.
    """

    def __init__(self, path: str, key: bytes = b"") -> None:
        """Find out how large a page is."""
        with open(path, "rb") as file:
            self._content: Any = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if _has_windows_line_endings(self._content):
            self._content = bytes(self._content).replace(b"\r\n", b"\n")
        self._cipher = PageCipher(key) if key else None
        self.size = page_cipher.PAGE_SIZE if key else _page_size(self._content)
        self._usable = page_cipher.USABLE if key else self.size
        self._newer = _committed(path + "-wal", self.size)
        self.count = max(-(-len(self._content) // self.size), *self._newer, 1)

    def content(self, number: int) -> bytes:
        """Return a page, counted from 1; shorter, or empty, where the file was cut."""
        page = self._as_it_stands(number)
        return self._cipher.opened(page, number) if self._cipher else page

    def _as_it_stands(self, number: int) -> bytes:
        if number in self._newer:
            return self._newer[number]
        start = (number - 1) * self.size
        return bytes(self._content[start : start + self.size]) if number > 0 else b""

    def rows(self, number: int) -> Iterator[Row]:
        """Yield the rows of a page that can be read; none where it holds no rows."""
        page = self.content(number)
        start = _FILE_HEADER if number == 1 else 0
        kind = page[start] if len(page) > start else 0
        if kind not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_BRANCH):
            return
        # Of a locked file, whatever was written over a page comes out as anything at all.
        if self._cipher and not _looks_like_page(page[start:], self.size):
            return
        for place in _cells(page, start, kind):
            try:
                row = self._row(page, place, kind)
            except (IndexError, ValueError, struct.error):
                continue  # what points here, or stands here, is damaged
            if row is not None:
                yield row

    def children(self, number: int) -> list[int]:
        """Return the pages below a page, [] where it has none."""
        page = self.content(number)
        start = _FILE_HEADER if number == 1 else 0
        if len(page) <= start + 12 or page[start] not in (_TABLE_BRANCH, _INDEX_BRANCH):
            return []
        places = [*_cells(page, start, page[start]), start + 8]
        found = (int.from_bytes(page[place : place + 4], "big") for place in places)
        return [child for child in found if 0 < child <= self.count]

    def free(self) -> set[int]:
        """Return the pages that hold nothing, as far as the file says so."""
        found: set[int] = set()
        trunk = int.from_bytes(self.content(1)[_FREE_TRUNK], "big")
        while 0 < trunk <= self.count and trunk not in found:
            page = self.content(trunk)
            count = min(int.from_bytes(page[4:8], "big"), self._usable // 4 - 2)
            found |= {int.from_bytes(page[at : at + 4], "big") for at in range(8, 8 + 4 * count, 4)}
            found.add(trunk)
            trunk = int.from_bytes(page[:4], "big")
        return found

    def is_readable(self, number: int) -> bool:
        """Whether a page looks like one that rows stand on, or like the rest of a long row."""
        page = self.content(number)
        if len(page) < self._usable or not any(page):
            return False
        start = _FILE_HEADER if number == 1 else 0
        return page[start] in _KINDS or int.from_bytes(page[:4], "big") <= self.count

    def _row(self, page: bytes, place: int, kind: int) -> Row | None:
        at = place + (4 if kind == _INDEX_BRANCH else 0)
        size, at = _varint(page, at)
        rowid = None
        if kind == _TABLE_LEAF:
            rowid, at = _varint(page, at)
            rowid -= (rowid >> 63) << 64
        here = self._size_here(size, kind)
        payload = page[at : at + here]
        if len(payload) < here or size > self.count * self.size:
            return None
        whole = True
        if size > here:
            beyond = int.from_bytes(page[at + here : at + here + 4], "big")
            rest, whole = self._rest(beyond, size - here)
            payload += rest
        values, all_there = _values(payload)
        return Row(rowid, values, whole and all_there)

    def _size_here(self, size: int, kind: int) -> int:
        """Return how many bytes of a row stand on its own page."""
        most = self._usable - 35 if kind == _TABLE_LEAF else (self._usable - 12) * 64 // 255 - 23
        if size <= most:
            return size
        least = (self._usable - 12) * 32 // 255 - 23
        here = least + (size - least) % (self._usable - 4)
        return here if here <= most else least

    def _rest(self, number: int, size: int) -> tuple[bytes, bool]:
        """Return what further pages hold of a row, and whether that is all of it."""
        pieces = []
        while size > 0:
            page = self.content(number)
            piece = page[4 : 4 + size]
            pieces.append(piece)
            size -= len(piece)
            number = int.from_bytes(page[:4], "big")
            if len(page) < self._usable or (number == 0) != (size == 0) or not any(piece):
                return b"".join(pieces), False
        return b"".join(pieces), True


def _cells(page: bytes, start: int, kind: int) -> Iterator[int]:
    """Yield where the rows of a page begin."""
    first = start + (8 if kind in (_TABLE_LEAF, _INDEX_LEAF) else 12)
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    for at in range(first, min(first + 2 * count, len(page) - 1), 2):
        place = int.from_bytes(page[at : at + 2], "big")
        if place >= first:
            yield place


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of 1 to 9 bytes and where what follows it begins."""
    value = 0
    for place in range(at, at + _LONGEST_VARINT - 1):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            return value, place + 1
    return value << 8 | data[at + 8], at + _LONGEST_VARINT


def _values(payload: bytes) -> tuple[tuple[Any, ...], bool]:
    """Return the columns of a row, and whether all of them were there to the end."""
    header, at = _varint(payload, 0)
    kinds = []
    while at < header:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values: list[Any] = []
    place = header
    for kind in kinds:
        size = _FIXED_SIZES[kind] if kind < len(_FIXED_SIZES) else (kind - _BLOB) // 2
        values.append(_value(kind, payload[place : place + size], size))
        place += size
    return tuple(values), place <= len(payload)


def _value(kind: int, data: bytes, size: int) -> Any:  # noqa: ANN401 - a column can be of any type
    if kind > _BLOB and kind % 2:
        return data.decode("utf-8", "replace" if len(data) == size else "ignore")
    if len(data) < size:
        raise ValueError
    if kind >= _BLOB:
        return data
    if kind in (_ZERO, _ONE):
        return kind - _ZERO
    if kind == _REAL:
        return struct.unpack(">d", data)[0]
    if kind > _ONE:
        raise ValueError
    return int.from_bytes(data, "big", signed=True) if kind else None


def _has_windows_line_endings(content: mmap.mmap | bytes) -> bool:
    """Whether another program took the file for text and wrote a CR before every LF."""
    start = content[: 64 * PAGE_SIZE]
    feeds = start.count(b"\n")
    return feeds > 0 and feeds == start.count(b"\r\n")


def _page_size(content: Sequence[int]) -> int:
    """Return the size at whose multiples most of the file looks like pages."""

    def pages_found(size: int) -> tuple[int, bool]:
        places = range(size, len(content), size)
        step = max(1, len(places) // _SAMPLE)
        looked_at = places[::step]
        found = sum(_looks_like_page(bytes(content[at : at + 12]), size) for at in looked_at)
        # Half the size finds the same pages among twice as many places, so a miss counts, too.
        return (_HIT * found - len(looked_at)) * step, size == PAGE_SIZE

    best: int = max(_SIZES, key=pages_found)
    return best


def _looks_like_page(header: bytes, size: int) -> bool:
    if len(header) < 12 or header[0] not in _KINDS:  # noqa: PLR2004 - the longest header of a page
        return False
    rows, room = int.from_bytes(header[3:5], "big"), int.from_bytes(header[5:7], "big")
    return 2 * rows < size and 2 * rows + 8 <= (room or 65_536) <= size


def is_taken_for_text(path: str) -> bool:
    """Return whether another program wrote a CR before every LF of a file, so that no page fits.

    Raises:
        OSError: it cannot be read.
    """
    with open(path, "rb") as file:
        return _has_windows_line_endings(file.read(64 * PAGE_SIZE))


def looks_opened_by(path: str, key: bytes) -> bool:
    """Return whether a file holds pages of the engine when it is opened with a key.

    It tells a damaged file from one that is locked with another key, which the engine cannot: of
    pages that are opened with a wrong one, one in 30,000 looks like a page.

    Args:
        path: the file.
        key: 32 bytes; b"" to look at it as a plain file.

    Raises:
        OSError: it cannot be read.
    """
    cipher, size, found = PageCipher(key) if key else None, page_cipher.PAGE_SIZE, 0
    with open(path, "rb") as file:
        places = range(size, file.seek(0, 2), size)
        for at in places[:: max(1, len(places) // _SAMPLE_OPENED)]:
            file.seek(at)
            page = file.read(size)
            found += _looks_like_page(cipher.begin(page) if cipher else page[:12], size)
            if found >= _ENOUGH:
                return True
    return False


def wal_is_readable(path: str) -> bool:
    """Whether the -wal of a journal, where there is one, is what it is meant to be."""
    try:
        with open(path + "-wal", "rb") as file:
            header = file.read(_WAL_HEADER)
    except FileNotFoundError:
        return True
    return not header or _is_wal(header)


def _is_wal(header: bytes) -> bool:
    return len(header) >= _WAL_HEADER and int.from_bytes(header[:4], "big") & ~1 == _WAL_MAGIC


def _committed(path: str, size: int) -> dict[int, bytes]:
    """Return the pages of a -wal that were committed; {} where it is missing or no such file."""
    try:
        with open(path, "rb") as file:
            wal = file.read()
    except OSError:
        return {}
    if not _is_wal(wal) or int.from_bytes(wal[8:12], "big") != size:
        return {}
    order = ">" if wal[3] & 1 else "<"
    sums = _checksum(wal[:24], order, (0, 0))
    committed: dict[int, bytes] = {}
    pending: dict[int, bytes] = {}
    for at in range(_WAL_HEADER, len(wal) - _FRAME_HEADER - size + 1, _FRAME_HEADER + size):
        frame, page = wal[at : at + _FRAME_HEADER], wal[at + _FRAME_HEADER :][:size]
        sums = _checksum(frame[:8] + page, order, sums)
        if frame[8:16] != wal[16:24] or struct.unpack(">II", frame[16:24]) != sums:
            break  # from here on it is of an earlier time, or damaged: the engine stops, too
        number, pages_after = struct.unpack(">II", frame[:8])
        pending[number] = page
        if pages_after:
            committed |= pending
            pending = {}
    return committed


def _checksum(data: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    one, two = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two
