from __future__ import annotations

from pathlib import Path

from tracejournal.tui import commands
from tracejournal.tui.widgets.key_bar import key_name

KEYS_DOC = Path(__file__).parents[2] / "docs" / "keys.md"
GROUPS = (
    ("Everywhere", commands.APP),
    ("Before a locked journal", commands.UNLOCK),
    ("Today", commands.TODAY),
    ("The quiet lines of Today", commands.NOTE),
    ("Reflect", commands.REFLECT),
    ("The list of prompts", commands.PROMPT_LIST),
    ("History", commands.HISTORY),
    ("Calendar", commands.CALENDAR),
    ("Patterns", commands.PATTERNS),
    ("The moments behind a line", commands.BEHIND),
    ("Circle", commands.CIRCLE),
    ("A list of entries", commands.LIST),
    ("The trash and sealed entries", commands.SHELF),
    ("Changing an entry", commands.EDITING),
    ("People I can call", commands.CALL),
    ("Loops", commands.LOOPS),
    ("The brief for supervision", commands.BRIEF),
    ("Looking back", commands.LOOK_BACK),
    ("Meetings", commands.MEETINGS),
    ("An experiment", commands.EXPERIMENT),
    ("The list of kinds, and of conditions", commands.TERMS),
    ("A guided reflection, or a huddle", commands.STEPS),
    ("Setting up a lock, or changing it", commands.LOCK_STEPS),
    ("The timer of a huddle", commands.HUDDLE),
    ("Words that could tell who someone is", commands.HINT),
)


def keys_table() -> str:
    rows = ["| keys | name in the keymap | what it does |", "| --- | --- | --- |"]
    for title, group in GROUPS:
        rows.append(f"| **{title}** | | |")
        for command in group:
            keys = " ".join(f"`{key_name(key)}`" for key in command.keys.split(",") if key)
            rows.append(f"| {keys} | `{command.id}` | {command.help} |")
    return "\n".join(rows)


def test_the_keys_in_the_docs_are_the_keys_of_the_program() -> None:
    # Where this fails: put the table below into docs/keys.md.
    table = keys_table()
    assert table in KEYS_DOC.read_text(encoding="utf-8"), f"\n{table}\n"
