"""Where a service copies files, or another machine holds them, the journal keeps no -wal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.support import found, keep, put, wal_of
from tracejournal.journal.doctor import Doctor
from tracejournal.store.opening import open_store
from tracejournal.store.place import CLOUD, NETWORK, Place, place_of

if TYPE_CHECKING:
    from pathlib import Path

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/homes /home/net nfs4 rw,vers=4.2 0 0
/dev/sdb1 /home/net/local ext4 rw 0 0
//nas/share /mnt/my\\040nas cifs rw 0 0
me@host: /home/ana/far fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "there", "place"),
    [
        ("/home/ana/.local/share/tracejournal", "", None),
        ("/home/ana/Dropbox/journal", "", Place(CLOUD, "Dropbox")),
        ("/home/ana/Dropbox (Work)/journal", "", Place(CLOUD, "Dropbox")),
        ("/home/ana/OneDrive - Care GmbH/x", "", Place(CLOUD, "OneDrive")),
        ("C:\\Users\\ana\\OneDrive\\x", "", Place(CLOUD, "OneDrive")),
        ("/Users/a/Library/Mobile Documents/x", "", Place(CLOUD, "iCloud")),
        ("/Users/a/Library/CloudStorage/GoogleDrive-a@b.c/x", "", Place(CLOUD, "Google Drive")),
        ("/Users/a/Library/CloudStorage/OneDrive-Care/x", "", Place(CLOUD, "OneDrive")),
        ("/home/ana/Nextcloud", "", Place(CLOUD, "Nextcloud")),
        ("/home/ana/Sync/journal", "/home/ana/Sync/.stfolder", Place(CLOUD, "Syncthing")),
        ("/home/ana/D/j", "/home/ana/D/.dropbox.cache", Place(CLOUD, "Dropbox")),
        ("/home/ana/x", "/home/ana/.dropbox", None),
        ("/home/ana/dropboxes/journal", "", None),
        ("/home/net/ana", "", Place(NETWORK, "nfs4")),
        ("/home/net", "", Place(NETWORK, "nfs4")),
        ("/home/network", "", None),
        ("/home/net/local/ana", "", None),
        ("/mnt/my nas/ana", "", Place(NETWORK, "cifs")),
        ("/home/ana/far/x", "", Place(NETWORK, "fuse.sshfs")),
        ("\\\\server\\share\\x", "", Place(NETWORK, "smb")),
        ("/", "", None),
    ],
)
def test_a_place_is_told_by_its_path_its_mount_and_what_services_leave(
    folder: str, there: str, place: Place | None
) -> None:
    assert place_of(folder, MOUNTS, lambda path: path == there) == place


def test_a_journal_begun_in_such_a_place_has_no_wal(home: Path) -> None:
    path = home / "Dropbox" / "journal.db"
    with open_store(str(path), create=True) as store:
        keep(store, "here")
        assert store.value("PRAGMA journal_mode") == "delete"
        assert list(path.parent.iterdir()) == [path]
        assert found(store, "here") == ["here"]


def test_a_journal_that_is_moved_there_gives_up_its_wal_and_gets_it_back(home: Path) -> None:
    path, moved = home / "data" / "journal.db", home / "Dropbox" / "journal.db"
    with open_store(str(path), create=True) as store:
        keep(store, "before")
    moved.parent.mkdir()
    path.rename(moved)
    with open_store(str(moved)) as store:
        keep(store, "there")
        assert not wal_of(moved).exists()
    moved.rename(path)
    with open_store(str(path)) as store:
        keep(store, "back")
        assert wal_of(path).exists()
        assert found(store) == ["back", "there", "before"]


def test_another_program_that_uses_it_meanwhile_keeps_it_from_nobody(home: Path) -> None:
    path, moved = home / "data" / "journal.db", home / "Dropbox" / "journal.db"
    with open_store(str(path), create=True) as theirs:
        keep(theirs, "theirs")
        (home / "Dropbox").symlink_to(path.parent)
        with open_store(str(moved)) as ours:
            keep(ours, "ours")
            assert found(theirs) == ["ours", "theirs"]


def test_a_link_to_such_a_folder_is_seen_through(home: Path) -> None:
    (home / "Dropbox" / "journal").mkdir(parents=True)
    (home / "data").symlink_to(home / "Dropbox" / "journal")
    with open_store(str(home / "data" / "journal.db"), create=True) as store:
        assert store.value("PRAGMA journal_mode") == "delete"


def test_what_was_not_finished_there_is_undone_at_the_next_opening(home: Path) -> None:
    """As after a power cut: the file holds half of a change, the -journal what was before."""
    path = home / "Dropbox" / "journal.db"
    beside = path.with_name("journal.db-journal")
    with open_store(str(path), create=True) as store:
        keep(store, "before")
        store.run("PRAGMA cache_size = 1")
        store.run("PRAGMA cache_spill = 1")
        store.run("BEGIN IMMEDIATE")
        for number in range(200):
            put(store, f"never finished {number}")
        half = {file: file.read_bytes() for file in (path, beside)}
        store.run("ROLLBACK")
    for file, content in half.items():
        file.write_bytes(content)
    findings = {each.check: each.verdict for each in Doctor(str(path)).findings()}
    assert findings["integrity"] == "fine"
    for file, content in half.items():
        file.write_bytes(content)
    with open_store(str(path)) as store:
        assert found(store) == ["before"]
    assert not beside.exists()
