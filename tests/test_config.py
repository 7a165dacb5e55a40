"""What a person chose, and what is said when the file that holds it is broken."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest

from tests.store.support import without_privileges
from tracejournal.config import Config, read_config
from tracejournal.model.errors import Misuse

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def config(home: Path) -> Path:
    """Where the settings of this test's home are."""
    path = home / "config" / "config.toml"
    path.parent.mkdir(parents=True)
    return path


def refusal(config: Path, content: str | bytes) -> str:
    config.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(Misuse) as refused:
        read_config()
    return str(refused.value)


def test_without_a_file_everything_is_as_it_comes() -> None:
    assert read_config() == Config()
    assert (Config().theme, Config().day_starts_at, Config().motion) == ("dusk", time(0), False)


def test_what_is_chosen_is_taken_and_the_rest_is_as_it_comes(config: Path) -> None:
    config.write_text(
        'theme = "dawn"\nday_starts_at = "04:00"\nshow_words = false\n[keys]\nhide = "f11"\n',
        "utf-8",
    )
    chosen = read_config()
    assert (chosen.theme, chosen.day_starts_at, chosen.show_words) == ("dawn", time(4), False)
    assert chosen.keys == {"hide": "f11"}
    assert chosen.motion is False
    assert chosen.ratings is True


def test_rule_23_ratings_can_be_switched_off_for_good(config: Path) -> None:
    config.write_text("ratings = false\n", "utf-8")
    assert read_config().ratings is False
    assert "Write true or false." in refusal(config, 'ratings = "never"')


def test_what_may_come_up_as_a_prompt_is_chosen(config: Path) -> None:
    config.write_text(
        'roles = ["Supervisor", "staff", "staff"]\nprompt_depth = "medium"\n'
        "prompts_after_hard_days = true\n",
        "utf-8",
    )
    wishes = read_config().prompt_wishes
    assert (wishes.roles, wishes.depth, wishes.after_hard_days) == (
        ("supervisor", "staff"),
        "medium",
        True,
    )


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ('roles = "staff"', 'for example ["staff"]; [] is none.'),
        ("roles = [1]", 'for example ["staff"]; [] is none.'),
        ('roles = ["chief"]', 'for example ["staff"]; [] is none.'),
        ('prompt_depth = "deep"', "Deep prompts are only ever chosen."),
        ("prompts_after_hard_days = 1", "Write true or false."),
    ],
)
def test_rule_05_no_setting_lets_a_deep_prompt_come_up(config: Path, typed: str, hint: str) -> None:
    assert refusal(config, typed).endswith(hint)


@pytest.mark.parametrize("typed", ['"4am"', "04:00:00", '"4.00"'])
def test_the_start_of_the_day_can_be_written_as_people_do(config: Path, typed: str) -> None:
    config.write_text(f"day_starts_at = {typed}\n", "utf-8")
    assert read_config().day_starts_at == time(4)


def test_another_file_can_be_read(tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text("motion = true\n", "utf-8")
    assert read_config(str(other)).motion


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("theme = 5", "theme cannot be “5”. Write the name of a theme in quotes"),
        ('motion = "yes"', "motion cannot be “yes”. Write true or false."),
        ("show_words = 1", "show_words cannot be “1”. Write true or false."),
        ('day_starts_at = "soon"', "day_starts_at cannot be “soon”. Write a time up to noon"),
        ('day_starts_at = "13:00"', "day_starts_at cannot be “13:00”. Write a time up to noon"),
        ("day_starts_at = 4", "day_starts_at cannot be “4”. Write a time up to noon"),
        ('keys = "f11"', "keys cannot be “f11”. Write each as: command = "),
        ("[keys]\nhide = 11", "keys cannot be “{'hide': 11}”. Write each as: command = "),
        ('thene = "dusk"', "there is no setting called “thene”. The settings are: theme, day_"),
    ],
)
def test_a_value_that_cannot_be_is_named_with_what_to_write(
    config: Path, line: str, sentence: str
) -> None:
    said = refusal(config, line)
    assert sentence in said
    assert said.startswith(f"{config}: ")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("theme =", "Invalid value (at "),
        ("theme = 'a\n", "(at "),
        ('theme = "a"\ntheme = "b"', "Cannot overwrite a value (at "),
        (b"theme = '\xff'", "it is not text in UTF-8."),
        ("a = " + "[" * 10_000, "nested"),
        ("a = " + "9" * 10_000, "digits"),
        (b"\x00\x01", "(at line 1, column 1)"),
    ],
    ids=["no-value", "no-end", "twice", "no-utf-8", "nested", "digits", "binary"],
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(
    config: Path, content: str | bytes, reason: str
) -> None:
    said = refusal(config, content)
    assert said.startswith(f"The settings in {config} cannot be read: ")
    assert reason in said
    assert said.endswith(" Mend that line, or move the file away to start fresh.")


def test_a_folder_in_its_place_is_named(config: Path) -> None:
    config.mkdir()
    with pytest.raises(Misuse, match="cannot be read: Is a directory"):
        read_config()


def test_a_file_that_may_not_be_read_is_named(config: Path) -> None:
    config.write_text("motion = true", "utf-8")
    config.chmod(0)
    with pytest.raises(Misuse, match="cannot be read: Permission denied"):
        without_privileges(read_config)


def test_a_region_is_two_letters_or_a_name(config: Path) -> None:
    config.write_text('region = "ie"\n', "utf-8")
    assert read_config().region == "IE"
    assert "region" in refusal(config, 'region = "Narnia"\n')
    assert "region" in refusal(config, "region = 353\n")


@pytest.mark.parametrize(
    ("written", "minutes"), [("5", 5), ("1440", 1440), ("0", 0), ('"never"', 0)]
)
def test_a_lock_comes_after_minutes_or_never(config: Path, written: str, minutes: int) -> None:
    config.write_text(f"lock_after = {written}\n", "utf-8")
    assert read_config().lock_after == minutes


@pytest.mark.parametrize("written", ["-1", "1441", "2.5", "true", '"soon"', "[5]"])
def test_minutes_that_cannot_be_are_said(config: Path, written: str) -> None:
    assert 'or "never"' in refusal(config, f"lock_after = {written}\n")
