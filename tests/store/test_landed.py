"""What has landed stays: every journal ever written opens in every later version.

For each new step of the schema, add the hash of its file and a journal written before the next.
"""

from __future__ import annotations

import hashlib
import random
import shutil
from importlib import resources
from pathlib import Path

import pytest

from tests.support import FakeClock
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import CheckIn, Moment, Reflection
from tracejournal.store.checking import search_agrees
from tracejournal.store.engine import Store
from tracejournal.store.opening import open_store

LANDED = Path(__file__).parent / "landed"
STEPS = {
    "0001_core.sql": "973567e414ae26797ad68ad6dca3da6f4dacff701452a2d1d054d70b6afc2ea0",
    "0002_search_again.sql": "1f67e194735ef5288a2c5373a1a7a1356b77003372a85c9c30764e46b3d013b5",
    "0003_taxonomy.sql": "c0367475d8380f7b37f4bb2b71668cd0ca5b40f5a824ddc940e5d4d677fdaedd",
    "0004_prompts.sql": "90fffb79be074101b063c329bd7ad5a5673bd0424b9df8ef9b51a84d2bf66712",
    "0005_guided.sql": "0b7159134c4a7dcf4d3b31634c14dad96943854dd1b455237461c7702d2395f3",
    "0006_people_to_call.sql": "1333af655a07e52a46163f5b63cb88f37ca8a640d8e7ec338553dfcc2695b885",
    "0009_loops.sql": "cfa572ed326447c70e670900cd8c342cebcb01b8be9afeba8d53f0fa850a45ec",
    "0007_rests.sql": "1b420b0744cf6e968516f9a0a83ae80de306a84d423f65439cb1cfc67257e6ae",
    "0008_circle.sql": "4dad3934b88981d4830851660885759a12c3dd2759b1aca5fbd5bfb58cc814bf",
    "0010_meetings.sql": "03a18e42bfdbdfe5575a761dbb2cc95bfd481cf016c7b5d758e19280157fa9ae",
    "0011_experiments.sql": "1c74cff843a6598d163ec48db3e0992a05faf994e6c7469f08bf36c58eb554ea",
    "0012_lock.sql": "3a5397ac497a24adea7cc88177cf9fd99591a31530858129ca508757238e1f71",
}


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


def test_words_that_the_index_of_the_first_version_did_not_let_go_are_let_go(
    tmp_path: Path,
) -> None:
    path = tmp_path / "journal.db"
    shutil.copyfile(LANDED / "0001_core.db", path)
    chance = random.Random(8)  # noqa: S311 - words, not secrets

    def words() -> str:
        return " ".join(f"w{chance.randrange(10**6)}" for _ in range(400))

    with Store(str(path)) as store:
        row = store.value("SELECT id FROM entries WHERE type = 'moment' AND sealed = 0")
        for _ in range(8):  # as that version changed an entry, deleted it and took it back
            store.run("UPDATE entries SET trashed_at = NULL, text = ? WHERE id = ?", (words(), row))
            store.run("UPDATE entries SET text = ? WHERE id = ?", (words(), row))
            store.run("UPDATE entries SET trashed_at = '2026-11-23' WHERE id = ?", (row,))
        assert not search_agrees(store)
    with open_store(str(path)) as store:
        assert search_agrees(store)
