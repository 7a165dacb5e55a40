"""Every import contract holds, and fails where it is broken."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.house.support import PACKAGE, ROOT

if TYPE_CHECKING:
    from pathlib import Path

# Contract → the module that breaks it, and the line that does.
BREAKS = [
    ("layers", "store/engine.py", "import tracejournal.journal.journal"),
    ("layers", "model/text.py", "from tracejournal.store import rows"),
    ("layers", "words/labels.py", "import tracejournal.model.errors"),
    ("layers", "places.py", "import tracejournal.config"),
    ("layers", "journal/days.py", "import tracejournal.cli.main"),
    ("layers", "cli/output.py", "import tracejournal.tui.app"),
    ("layers", "tui/themes.py", "import tracejournal.cli.main"),
    ("layers", "unheard_of.py", "import tracejournal.places"),
    ("pure", "prompts/choice.py", "from tracejournal.store import rows"),
    ("pure", "privacy/glance.py", "from tracejournal.store import rows"),
    ("pure", "exchange/json_objects.py", "import tracejournal.store.engine"),
    ("pure", "patterns/gap.py", "from tracejournal.store import sums"),
    ("textual", "cli/output.py", "from textual.content import Content"),
    ("textual", "journal/days.py", "import textual"),
    ("database", "journal/days.py", "import sqlite3"),
    ("database", "cli/output.py", "import sqlite_utils"),
    ("database", "tui/themes.py", "from sqlcipher3 import dbapi2"),
    ("sealing", "journal/lock.py", "import pyrage"),
    ("sealing", "store/slots.py", "import keyring"),
]


def contracts() -> set[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return {contract["id"] for contract in settings["tool"]["importlinter"]["contracts"]}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package that a test may break."""
    skipped = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, tmp_path / "copy" / "tracejournal", ignore=skipped)
    return tmp_path / "copy"


def check(copy: Path, contract: str) -> subprocess.CompletedProcess[str]:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    arguments = ["--config", str(ROOT / "pyproject.toml"), "--contract", contract, "--no-cache"]
    return subprocess.run(
        [sys.executable, "-c", command, *arguments],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(copy), *sys.path))},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_contract_is_broken_here_once() -> None:
    assert {contract for contract, _, _ in BREAKS} == contracts()


@pytest.mark.parametrize("contract", sorted(contracts()))
def test_the_contract_holds(copy: Path, contract: str) -> None:
    checked = check(copy, contract)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "1 kept, 0 broken" in checked.stdout


@pytest.mark.parametrize(("contract", "module", "line"), BREAKS)
def test_the_contract_fails_where_it_is_broken(
    copy: Path, contract: str, module: str, line: str
) -> None:
    path = copy / "tracejournal" / module
    source = path.read_text("utf-8") if path.exists() else ""
    path.write_text(f"{source}\n{line}\n", "utf-8")
    checked = check(copy, contract)
    assert checked.returncode == 1, checked.stdout + checked.stderr
    assert (
        "0 kept, 1 broken" in checked.stdout
        or "exhaustive" in checked.stdout.lower() + checked.stderr.lower()
    )
