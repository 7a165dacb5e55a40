"""Where things live. Functions, so that nothing happens on import and the environment decides.

`TRACEJOURNAL_HOME` moves everything into one folder. Otherwise the folders are the platform's:
on Linux two lines that a test proves equal to `platformdirs`, which is asked everywhere else
(importing it costs more than opening the journal).
"""

from __future__ import annotations

import os
import sys

HOME_VARIABLE = "TRACEJOURNAL_HOME"
APP = "tracejournal"


def data_folder() -> str:
    """Return the folder of the journal."""
    return _folder("data", "XDG_DATA_HOME", ".local/share")


def config_folder() -> str:
    """Return the folder of config.toml."""
    return _folder("config", "XDG_CONFIG_HOME", ".config")


def state_folder() -> str:
    """Return the folder of logs and other things that may be thrown away."""
    return _folder("state", "XDG_STATE_HOME", ".local/state")


def journal_file() -> str:
    """Return the path of the journal."""
    return os.path.join(data_folder(), "journal.db")


def backups_folder(journal: str) -> str:
    """Return the folder of backups: beside the journal they are copies of."""
    return os.path.join(os.path.dirname(os.path.abspath(journal)), "backups")


def lock_folder(journal: str) -> str:
    """Return the folder of what opens a locked journal: beside it."""
    return os.path.join(os.path.dirname(os.path.abspath(journal)), "lock")


def spare_lock_folder(journal: str) -> str:
    """Return the folder where the same is kept once more: beside the backups it opens."""
    return os.path.join(backups_folder(journal), "lock")


def lock_folder_of_copy(copy: str) -> str:
    """Return the folder of what opens a copy that was made elsewhere: beside it."""
    return f"{os.path.abspath(copy)}.lock"


def letterbox_folder(journal: str) -> str:
    """Return the folder of notes for a locked journal, which wait to be taken in: beside it."""
    return os.path.join(os.path.dirname(os.path.abspath(journal)), "letterbox")


def config_file() -> str:
    """Return the path of the settings."""
    return os.path.join(config_folder(), "config.toml")


def _folder(name: str, variable: str, below_home: str) -> str:
    if home := os.environ.get(HOME_VARIABLE, "").strip():
        return os.path.join(os.path.abspath(os.path.expanduser(home)), name)
    if sys.platform.startswith("linux"):
        base = os.environ.get(variable, "").strip()
        return os.path.join(base or os.path.join(os.path.expanduser("~"), below_home), APP)
    import platformdirs  # noqa: PLC0415 - only where it is needed: it is slow to import

    return str(getattr(platformdirs, f"user_{name}_dir")(APP, appauthor=False))
