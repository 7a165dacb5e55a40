"""The journal belongs to its owner alone, whatever the habits of the machine."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from tests.store.support import keep, umask, wal_of, without_privileges
from tracejournal.model.errors import StoreError
from tracejournal.store.opening import open_store
from tracejournal.store.private import make_private_file, make_private_folder

if TYPE_CHECKING:
    from pathlib import Path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_files_are_for_the_owner_and_so_is_every_folder_we_made(
    tmp_path: Path, path: Path, mask: int
) -> None:
    with umask(mask), open_store(str(path), create=True) as store:
        keep(store, "mine")
        for name in ("journal.db", "journal.db-wal", "journal.db-shm"):
            assert mode(tmp_path / "home" / "data" / name) == 0o600
    assert mode(tmp_path / "home" / "data") == 0o700
    assert mode(tmp_path / "home") == 0o700


def test_the_owner_can_write_even_under_a_mask_that_forbids_it(path: Path) -> None:
    with umask(0o277), pytest.raises(StoreError, match="cannot be written"):
        without_privileges(lambda: open_store(str(path), create=True))
    assert not path.exists()


def test_a_folder_of_ours_that_was_open_is_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(0o755)
    make_private_folder(str(folder))
    assert mode(folder) == 0o700


def test_a_folder_that_people_share_stays_as_it_is(tmp_path: Path) -> None:
    shared = tmp_path / "tmp"
    shared.mkdir()
    shared.chmod(0o1777)
    with open_store(str(shared / "journal.db"), create=True):
        pass
    assert mode(shared) == 0o1777
    assert mode(shared / "journal.db") == 0o600


def test_a_journal_that_was_copied_back_carelessly_is_made_private_again(path: Path) -> None:
    with open_store(str(path), create=True) as store:
        keep(store, "mine")
    path.chmod(0o644)
    with open_store(str(path)) as store:
        assert mode(path) == 0o600
        keep(store, "mine, too")
        assert mode(wal_of(path)) == 0o600


def test_a_new_file_is_the_owner_s_alone_from_its_first_moment(tmp_path: Path) -> None:
    with umask(0):
        make_private_file(str(tmp_path / "new"))
    assert mode(tmp_path / "new") == 0o600


def test_a_new_file_never_goes_through_a_link(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("theirs", "utf-8")
    trap = tmp_path / "trap"
    trap.symlink_to(victim)
    with pytest.raises(StoreError, match="cannot be written"):
        make_private_file(str(trap))
    assert victim.read_text("utf-8") == "theirs"


@pytest.mark.parametrize("locked", ["home", "home/data"])
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, path: Path, locked: str) -> None:
    folder = tmp_path / locked
    folder.mkdir(parents=True)
    folder.chmod(0o500)
    with pytest.raises(StoreError) as refused:
        without_privileges(lambda: open_store(str(path), create=True))
    assert str(refused.value) == (
        f"The folder {tmp_path / 'home' / 'data'} cannot be written. Nothing was changed."
        " Check who owns it, or set TRACEJOURNAL_HOME to another folder."
    )
    folder.chmod(0o700)
    assert list(folder.iterdir()) == []


def test_a_file_where_a_folder_is_needed_is_left_alone(tmp_path: Path, path: Path) -> None:
    (tmp_path / "home").write_text("a file", "utf-8")
    with pytest.raises(StoreError, match="cannot be written"):
        open_store(str(path), create=True)
    assert (tmp_path / "home").read_text("utf-8") == "a file"
