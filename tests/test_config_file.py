"""Changing one line of config.toml, and nothing else of what a person wrote there."""

from __future__ import annotations

import stat
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.support import without_privileges
from tracejournal import config_file, places
from tracejournal.config import Config, read_config
from tracejournal.config_file import write_setting
from tracejournal.model.errors import JournalError, Misuse

OWN = """\
# How I like it.

theme    =   'dusk'   # easy on the eyes

# nights on the ward
day_starts_at = "04:00"

# Keys of my own.
[keys]
hide = "f11"    # nearer
"""


@pytest.fixture
def config(home: Path) -> Path:
    """Where the settings of this test's home are."""
    path = home / "config" / "config.toml"
    path.parent.mkdir(parents=True)
    return path


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that went and the lines that came."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    rest = iter(new)
    gone = [line for line in old if line not in new]
    kept = [line for line in old if line in new]
    assert all(line in rest for line in kept), "what is left keeps its order"
    return gone, [line for line in new if line not in old]


def test_a_setting_is_changed_where_it_stands_and_keeps_its_comment(config: Path) -> None:
    config.write_text(OWN, "utf-8")
    assert write_setting("theme", "dawn") == "dusk"
    gone, come = changed_lines(OWN, config.read_text("utf-8"))
    assert gone == ["theme    =   'dusk'   # easy on the eyes\n"]
    assert come == ['theme    =   "dawn"   # easy on the eyes\n']


def test_a_new_setting_comes_after_the_last_one_and_parts_no_comment_from_its_table(
    config: Path,
) -> None:
    config.write_text(OWN, "utf-8")
    assert write_setting("motion", value=True) is None
    after = config.read_text("utf-8")
    assert changed_lines(OWN, after) == ([], ["motion = true\n"])
    assert '"04:00"\nmotion = true\n' in after
    assert "# Keys of my own.\n[keys]\n" in after


def test_without_a_file_one_is_made_for_its_owner_alone(home: Path) -> None:
    write_setting("roles", ["staff", "supervisor"])
    path = home / "config" / "config.toml"
    assert path.read_text("utf-8") == 'roles = ["staff", "supervisor"]\n'
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [each.name for each in path.parent.iterdir()] == ["config.toml"]


def test_a_file_that_others_could_read_no_longer_is(config: Path) -> None:
    config.write_text(OWN, "utf-8")
    config.chmod(0o644)
    write_setting("motion", value=True)
    assert stat.S_IMODE(config.stat().st_mode) == 0o600


def test_what_was_changed_is_taken_back_by_writing_what_was_there(config: Path) -> None:
    config.write_text(OWN, "utf-8")
    former = write_setting("theme", "dawn")
    write_setting("theme", former)
    assert tomllib.loads(config.read_text("utf-8")) == tomllib.loads(OWN)
    assert write_setting("motion", value=True) is None
    write_setting("motion", None)
    assert "motion" not in config.read_text("utf-8")


def test_taking_out_what_is_not_there_touches_nothing(config: Path) -> None:
    assert write_setting("motion", None) is None
    assert not config.exists()
    config.write_text(OWN, "utf-8")
    before = config.stat()
    assert write_setting("motion", None) is None
    assert config.stat().st_mtime_ns == before.st_mtime_ns


def test_a_slip_in_the_file_can_be_taken_out(config: Path) -> None:
    config.write_text('thene = "dawn"\ntheme = "dusk"\n', "utf-8")
    assert write_setting("thene", None) == "dawn"
    assert read_config() == Config()


@pytest.mark.parametrize("begun", ["", OWN, 'keys = { hide = "f11" }\n'])
def test_a_key_of_a_command_is_set_and_taken_out(config: Path, begun: str) -> None:
    config.write_text(begun, "utf-8")
    write_setting("keys.undo", "z")
    assert read_config().keys["undo"] == "z"
    assert write_setting("keys.undo", None) == "z"
    assert "undo" not in read_config().keys


def test_a_way_of_writing_that_cannot_be_changed_safely_is_left_to_the_person(config: Path) -> None:
    begun = 'keys.hide = "f11"\nkeys.undo = "z"\n'
    config.write_text(begun, "utf-8")
    with pytest.raises(Misuse, match=r"left as it is\. Open it .* take out the line of keys\.undo"):
        write_setting("keys.undo", None)
    assert config.read_text("utf-8") == begun


@pytest.mark.parametrize("broken", ["theme =", 'theme = "a"\ntheme = "b"', "\x00"])
def test_a_file_that_is_not_toml_is_never_touched(config: Path, broken: str) -> None:
    config.write_text(broken, "utf-8")
    with pytest.raises(Misuse, match=r"cannot be read: .* Mend that line, or move the file away"):
        write_setting("theme", "dawn")
    assert config.read_text("utf-8") == broken


@pytest.mark.parametrize(
    ("name", "value"),
    [("thene", "dawn"), ("motion", "yes"), ("day_starts_at", "13:00"), ("roles", ["king"]),
     ("roles", [1]), ("keys.hide", 5)],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_written(name: str, value: object) -> None:
    with pytest.raises(Misuse, match=r"Write|The settings are: "):
        write_setting(name, value)
    assert not Path(places.config_file()).exists()


def test_a_link_is_followed_and_stays_one(config: Path, tmp_path: Path) -> None:
    dotfiles = tmp_path / "dotfiles"
    dotfiles.mkdir()
    real = dotfiles / "tracejournal.toml"
    real.write_text(OWN, "utf-8")
    config.symlink_to(real)
    write_setting("theme", "dawn")
    assert config.is_symlink()
    assert 'theme    =   "dawn"' in real.read_text("utf-8")
    assert [each.name for each in dotfiles.iterdir()] == ["tracejournal.toml"]


def test_a_folder_that_cannot_be_written_is_named_and_the_file_is_as_it_was(config: Path) -> None:
    config.write_text(OWN, "utf-8")
    config.parent.chmod(0o500)
    try:
        with pytest.raises(JournalError, match=r"could not be written: Permission denied"):
            without_privileges(lambda: write_setting("theme", "dawn"))
    finally:
        config.parent.chmod(0o700)
    assert config.read_text("utf-8") == OWN


def test_what_an_editor_saved_meanwhile_stays(config: Path) -> None:
    config.write_text(OWN, "utf-8")
    read, saves = config_file._read, iter(["region = 'IE'\n"])

    def and_save(path: str) -> str | None:
        text = read(path)
        for line in saves:
            config.write_text(line + OWN, "utf-8")
        return text

    with mock.patch.object(config_file, "_read", and_save):  # the editor is not ours
        write_setting("theme", "dawn")
    chosen = read_config()
    assert (chosen.region, chosen.theme) == ("IE", "dawn")


def test_two_programs_at_once_do_not_lose_each_others_settings(config: Path) -> None:
    program = (
        "import sys; from tracejournal.config_file import write_setting\n"
        "for n in range(12): write_setting(sys.argv[1], f'f{n}')"
    )

    def change(name: str) -> None:
        subprocess.run([sys.executable, "-c", program, f"keys.{name}"], check=True, timeout=60)

    with ThreadPoolExecutor() as threads:
        list(threads.map(change, ("hide", "undo", "help")))
    assert dict(read_config().keys) == dict.fromkeys(("hide", "undo", "help"), "f11")
    assert [each.name for each in config.parent.iterdir()] == ["config.toml"]


COMMENTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20)
VALUES = {
    "theme": st.sampled_from(["'dusk'", '"dawn"', '"""nord"""']),
    "day_starts_at": st.sampled_from(['"04:00"', "04:00:00"]),
    "show_words": st.sampled_from(["true", "false"]),
    "motion": st.sampled_from(["true", "false"]),
    "roles": st.sampled_from(["[]", '["staff"]', '[ "staff" , "supervisor", ]']),
    "region": st.sampled_from(['""', "'IE'"]),
    "lock_after": st.sampled_from(["5", "'never'", "0"]),
}
NEW = {
    "theme": "dracula", "day_starts_at": "05:30", "show_words": True, "motion": True,
    "ratings": False, "identifier_hint": False, "roles": ["administrator"], "region": "IE",
    "lock_after": 30, "keys.undo": "z",
}  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> list[str]:
    """Lines of a file as people write them."""
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    lines = []
    for name in draw(st.permutations(list(VALUES))):
        if draw(st.booleans()):
            lines += [*draw(fillers()), _line(draw, name, VALUES[name])]
    lines += draw(fillers())
    if draw(st.booleans()):
        lines += ["[keys]", *draw(fillers()), _line(draw, "hide", st.just('"f11"'))]
        lines += draw(fillers())
    return [line + ending for line in lines]


def _line(draw: st.DrawFn, name: str, values: st.SearchStrategy[str]) -> str:
    space = st.sampled_from(["", " ", "\t", "   "])
    comment = draw(st.one_of(st.just(""), COMMENTS.map("#{}".format)))
    return f"{draw(space)}{name}{draw(space)}={draw(space)}{draw(values)}{draw(space)}{comment}"


@st.composite
def fillers(draw: st.DrawFn) -> list[str]:
    """Empty lines and comments."""
    return draw(st.lists(st.one_of(st.just(""), COMMENTS.map("# {}".format)), max_size=2))


@given(files(), st.sampled_from(list(NEW)))
def test_every_other_line_is_byte_for_byte_the_same(lines: list[str], name: str) -> None:
    path = Path(places.config_file())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("".join(lines).encode())
    write_setting(name, NEW[name])
    after = path.read_bytes().decode()
    key = name.removeprefix("keys.")
    others = [line for line in lines if not _sets(line, key)]
    kept = [line for line in after.splitlines(keepends=True) if not _sets(line, key)]
    if key != name and not any(line.strip() == "[keys]" for line in lines):
        kept = kept[: kept.index("[keys]\n")]  # the table is new, with a line to set it off
        kept = kept[:-1] if len(kept) > len(_split(others)) else kept
    assert kept == _split(others)
    holder = tomllib.loads(after)
    assert (holder["keys"] if key != name else holder)[key] == NEW[name]


def _sets(line: str, key: str) -> bool:
    return line.partition("=")[0].strip() == key


def _split(lines: list[str]) -> list[str]:
    return "".join(lines).splitlines(keepends=True)
