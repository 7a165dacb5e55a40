"""Where a write-ahead log is not safe: folders that a service copies away, and other machines.

A service copies the file and its -wal at different moments, so that what arrives elsewhere, or
comes back, can lack what was kept. And the programs that use a -wal share memory, which machines
do not (https://www.sqlite.org/wal.html).
"""

from __future__ import annotations

import os

from tracejournal.model.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

CLOUD, NETWORK = "cloud", "network"

_CLOUDS = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "icloud~": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
    "megasync": "MEGA",
}
"""What the name of a folder is, or begins with before a blank or dash, and whose it is."""

_MARKERS = {
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
}
"""What a service puts into the top folder of those it copies (~/.dropbox is not among them: the
home of everyone who uses Dropbox has it)."""

_NETWORK_TYPES = (
    "9p", "afs", "beegfs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone",
    "fuse.s3fs", "fuse.sshfs", "fuse.vmhgfs-fuse", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs",
    "nfs4", "prl_fs", "smb3", "smbfs", "vboxsf", "vmhgfs",
)  # fmt: skip
_MOUNTS = "/proc/self/mounts"


class Place(Record):
    """A place that is not this machine's alone.

    Attributes:
        kind: `CLOUD` or `NETWORK`.
        name: the service, or the type of file system.
    """

    kind: str
    name: str


def shared_place(folder: str) -> Place | None:
    """Return what the folder of a journal is in; None where it is this machine's alone."""
    folder = os.path.realpath(folder)
    return place_of(folder, _mounts_of(folder), os.path.lexists)


def place_of(folder: str, mounts: str, is_there: Callable[[str], bool]) -> Place | None:
    """Return what a folder is in, told from its path, the mounts, and what services leave behind.

    Args:
        folder: an absolute path without links.
        mounts: the system's table, in the form of /proc/mounts; "" where there is none.
        is_there: whether there is something at a path.
    """
    above = folder.replace("\\", "/")
    if above.startswith("//"):
        return Place(NETWORK, "smb")
    while True:
        above, _, name = above.rpartition("/")
        if service := _service(name):
            return Place(CLOUD, service)
        for marker, service in _MARKERS.items():
            if is_there(f"{above}/{name}/{marker}" if name else f"/{marker}"):
                return Place(CLOUD, service)
        if not above:
            break
    kind = _type_of_mount(folder, mounts)
    return Place(NETWORK, kind) if kind in _NETWORK_TYPES else None


def _service(folder: str) -> str | None:
    name = folder.lower()
    for start, service in _CLOUDS.items():
        if name == start or (name.startswith(start) and not name[len(start)].isalnum()):
            return service
    return None


def _type_of_mount(folder: str, mounts: str) -> str:
    longest, kind = "", ""
    for line in mounts.splitlines():
        _, _, rest = line.partition(" ")
        point, _, rest = rest.partition(" ")
        point = point.replace("\\040", " ").rstrip("/")
        if (folder == point or folder.startswith(point + "/")) and len(point) >= len(longest):
            longest, kind = point, rest.partition(" ")[0]
    return kind


def _mounts_of(folder: str) -> str:
    """Return the table of mounts, or "" where a disk of this machine holds the folder."""
    try:
        if os.name == "posix" and os.major(os.stat(folder).st_dev):
            return ""  # network file systems have no device
        with open(_MOUNTS, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""
