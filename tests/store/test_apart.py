"""Opening by passphrase beside a screen, which goes on meanwhile."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests import age
from tracejournal.model.errors import WrongSecret
from tracejournal.store import sealing
from tracejournal.store.apart import opened_apart

SECRET = bytes(range(256))


@pytest.fixture
def sealed() -> bytes:
    return age.encrypt(SECRET, "ü and 密語")


def test_it_is_opened_by_a_process_of_its_own(sealed: bytes) -> None:
    assert opened_apart(sealed, "ü and 密語") == SECRET
    with pytest.raises(WrongSecret, match="Caps Lock"):
        opened_apart(sealed, "another one")


def test_on_a_thread_beside_a_screen_and_on_the_main_one_it_opens_alike(sealed: bytes) -> None:
    assert threading.current_thread() is threading.main_thread()
    assert sealing.open_by_passphrase(sealed, "ü and 密語") == SECRET
    with ThreadPoolExecutor(1) as thread:
        opened = thread.submit(sealing.open_by_passphrase, sealed, "ü and 密語")
        refused = thread.submit(sealing.open_by_passphrase, sealed, "another one")
    assert opened.result() == SECRET
    with pytest.raises(WrongSecret):
        refused.result()


@pytest.mark.parametrize("broken", ["/no/such/python", "/bin/false"])
def test_where_there_is_no_other_process_it_is_opened_in_this_one(
    sealed: bytes, broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", broken)
    assert opened_apart(sealed, "ü and 密語") is None
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(sealing.open_by_passphrase, sealed, "ü and 密語").result() == SECRET
