"""Our own reader and writer of age files agrees with the library of the program."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import age
from tracejournal.store import sealing


@given(st.binary(max_size=200), st.text(st.characters(codec="utf-8"), min_size=1))
def test_what_we_seal_the_program_opens(content: bytes, passphrase: str) -> None:
    sealed = age.encrypt(content, sealing.as_typed(passphrase))
    assert sealing.open_by_passphrase(sealed, passphrase) == content


@pytest.mark.parametrize("size", [0, 65_535, 65_536, 65_537, 200_000])
def test_however_long_it_is(size: int) -> None:
    content = b"x" * size
    assert sealing.open_by_passphrase(age.encrypt(content, "kept"), "kept") == content
    assert age.decrypt(age.encrypt(content, "kept", armored=False), "kept") == content


def test_what_the_program_seals_others_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()  # with the second's worth of work that every new slot gets
    sealed = sealing.seal_by_passphrase(b"a key", "late café")
    assert age.decrypt(sealed, "late café") == b"a key"
