"""What has landed stays: every journal ever written opens in every later version.

For each new step of the schema, add the hash of its file and a journal written before the next.
"""

from __future__ import annotations

import hashlib
import shutil
from importlib import resources
from pathlib import Path

import pytest

from tests.support import FakeClock
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import CheckIn, Moment, Reflection

LANDED = Path(__file__).parent / "landed"
STEPS = {"0001_core.sql": "973567e414ae26797ad68ad6dca3da6f4dacff701452a2d1d054d70b6afc2ea0"}


def test_a_landed_step_of_the_schema_never_changes() -> None:
    folder = resources.files("tracejournal.store") / "schema"
    hashes = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}
    assert hashes == STEPS


@pytest.mark.parametrize("written_by", sorted(file.name for file in LANDED.glob("*.db")))
def test_a_journal_of_every_landed_version_opens_and_holds_every_word(
    written_by: str, tmp_path: Path
) -> None:
    path = tmp_path / "journal.db"
    shutil.copyfile(LANDED / written_by, path)
    with Journal.open(str(path), clock=FakeClock()) as journal:
        check_in, reflection, moment = (entry.content for entry in journal.history.entries())
        assert check_in == CheckIn("tired", energy=6, load=7, supported=7)
        assert isinstance(reflection, Reflection)
        assert [part.answer for part in reflection.parts] == [
            "She sat with me. García knows.",
            "Tea.",
        ]
        assert isinstance(moment, Moment)
        assert moment.text == "Thanked @Priya for covering the late shift #gratitude"
        assert (moment.kind, moment.mode, moment.minutes, moment.fit) == (
            "gratitude", "phone", 5, "yes",
        )  # fmt: skip
        assert (moment.present, moment.missing) == (("time",), ("private-place",))
        assert len(journal.history.find("garcia")) == 1
        assert len(journal.history.find(shelf="sealed")) == 1
        assert len(journal.history.find(shelf="trash")) == 1
        assert [draft.words for draft in journal.drafts.all()] == ["half a thought"]
        assert "What made you smile?" in [prompt.text for prompt in journal.prompts.all()]
        assert journal.prompts.of_today().prompt is None
