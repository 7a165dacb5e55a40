from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.tally import Tally

if TYPE_CHECKING:
    from pathlib import Path


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--long", action="store_true", help="tests/faults: as many faults as the report tells of"
    )


@pytest.fixture
def tally(request: pytest.FixtureRequest, tmp_path: Path) -> Tally:
    """The figures of the row that is tested, none yet."""
    long = bool(request.config.getoption("--long", default=False))
    return Tally(tmp_path, request.function.row, long=long)
