"""Programs that are killed, stopped, closed, or fail in a way nobody foresaw."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.faults.killing import Typist, Window, kill_writer, type_in_all
from tests.faults.looking import in_step, words_in
from tests.faults.tally import Fault, Tally, row
from tests.terminal.terminal import PATIENCE
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.errors import NoJournal
from tracejournal.store.engine import SCHEMA_VERSION, Store

if TYPE_CHECKING:
    from collections.abc import Callable

LINE = "A word of thanks"
SECRET = "qxvsecretqz"
AT_ONCE = 6


def begin(fault: Fault, *texts: str) -> None:
    """Begin a journal in the home of a fault."""
    with Journal.open(str(fault.path), create=True) as journal:
        journal.entries.keep_all(Draft(Moment(text)) for text in texts)


def kill_while(tally: Tally, what: str, within: float) -> None:
    """Kill a writer, then look: what it acknowledged is there, what it began is whole or not."""
    for fault in tally.faults():
        begin(fault, "the first")
        after = fault.random.randint(1, 12)
        said = kill_writer(fault, what, after=after, within=within)
        present = words_in(fault.path)
        done_untold = present == said.announced != said.acknowledged
        tally.note("the last one is there, untold", int(done_untold))
        tally.compare(said.announced if done_untold else said.acknowledged, present)
        tally.expect(present in (said.announced, said.acknowledged), f"half done: {what}")
        tally.expect(in_step(fault.path), "the index or a summary is not in step")


@row("kill -9 while a checkpoint is made", short=3, long=120)
def test_row_06_kill_during_a_checkpoint(tally: Tally) -> None:
    kill_while(tally, "erase", 0.02)


@row("kill -9 while words are kept", short=4, long=250)
def test_row_07_kill_during_insert(tally: Tally) -> None:
    kill_while(tally, "keep", 0.012)


@row("kill -9 of `tracejournal log` at any instant of it", short=8, long=250)
def test_row_07_kill_of_a_command(tally: Tally) -> None:
    home = tally.fault().home
    acknowledged = set()
    for fault in tally.faults():
        fault.home = home
        words = f"moment {fault.number} with @Priya"
        command = [sys.executable, "-m", "tracejournal", "log"]
        start = time.monotonic()
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=fault.environment,
        )
        try:
            _, said = process.communicate(words.encode(), fault.random.uniform(0.03, 0.2))
        except subprocess.TimeoutExpired:
            process.kill()
            _, said = process.communicate()
        tally.listen(said.decode())
        if b"Kept." in said:
            acknowledged.add(words)
        tally.note("killed before it was told", int(process.returncode < 0))
        assert time.monotonic() - start < PATIENCE
        if fault.path.exists():
            tally.expect(acknowledged <= words_in(fault.path), f"lost after {words}")
    if acknowledged:
        tally.compare(acknowledged, words_in(fault.path))
        tally.expect(in_step(fault.path), "the index or a summary is not in step")


@row("kill -9 while someone types", short=4, long=60)
def test_row_07_kill_while_typing(tally: Tally) -> None:
    faults = list(tally.faults())
    for start in range(0, len(faults), AT_ONCE):
        some = faults[start : start + AT_ONCE]
        for fault in some:
            begin(fault, "kept before")
        typists = [Typist(fault, fault.random.uniform(0.5, 6.0)) for fault in some]
        for typist in typists:
            typist.begin(LINE)
        type_in_all(typists)
        for fault, typist in zip(some, typists, strict=True):
            typist.window.__exit__()
            look_for_draft(tally, fault, typist.typed, typist.lost)


def look_for_draft(
    tally: Tally, fault: Fault, typed: str, lost: Callable[[str], float] | None = None
) -> None:
    """Count what was kept, and how many seconds of the words that were not are gone."""
    present = words_in(fault.path)
    drafts = [words.removeprefix("draft: ") for words in present if words.startswith("draft: ")]
    draft = drafts[0] if drafts else ""
    tally.compare({"kept before"}, present)
    tally.expect(typed.startswith(draft), "the draft is not what was typed")
    tally.expect(len(drafts) <= 1, "more than one draft")
    if lost:
        tally.draft_seconds = max(tally.draft_seconds, lost(draft))
    else:
        tally.expect(draft == typed, f"of {typed!r} there is {draft!r}")


@row("kill -9 while words change, come, go: the index follows", short=4, long=200)
def test_row_08_kill_during_index_update(tally: Tally) -> None:
    kill_while(tally, "change", 0.012)


@row("kill -9 while a journal is brought to a new schema", short=4, long=120)
def test_row_09_kill_during_migration(tally: Tally) -> None:
    texts = {f"moment {number} " + "of a long day " * 9 for number in range(300)}
    texts = {text.strip() for text in texts}
    for fault in tally.faults():
        begin(fault, *texts)
        kill_writer(fault, "migrate", str(fault.path), after=1, within=0.08)
        tally.compare(texts, {text.strip() for text in words_in(fault.path)})
        with Store(str(fault.path)) as store:
            tally.expect(store.value("PRAGMA integrity_check") == "ok", "not whole")
            is_newer = store.value("PRAGMA user_version") > SCHEMA_VERSION
            tally.note("all done" if is_newer else "as before")
            if is_newer:
                moved = {text.strip() for (text,) in store.rows("SELECT words FROM tomorrow")}
                tally.expect(moved == texts, "the new table lacks something")


@row("kill -9 while a first journal is begun", short=4, long=120)
def test_row_09_kill_while_a_journal_is_begun(tally: Tally) -> None:
    for fault in tally.faults():
        words = "the very first"
        command = [sys.executable, "-m", "tracejournal", "log", words]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=fault.environment)
        try:
            process.wait(fault.random.uniform(0.05, 0.35))
        except subprocess.TimeoutExpired:
            process.kill()
        acknowledged = {words} if process.wait() == 0 else set()
        try:
            tally.compare(acknowledged, words_in(fault.path))
            tally.expect(in_step(fault.path), "the index or a summary is not in step")
        except NoJournal:
            tally.note("none begun yet")
            tally.compare(acknowledged, ())
            begin(fault, "on the second try")
            tally.expect(words_in(fault.path) == {"on the second try"}, "no second try")


def interrupt(tally: Tally, end: Callable[[Window], None], *, restored: bool = True) -> None:
    """Type something, let the world interrupt, and look for the words."""
    for fault in tally.faults():
        begin(fault, "kept before")
        words = "Interrupted by the world"
        with Window(environment=fault.environment) as window:
            window.wait_for(LINE)
            window.type(words)
            window.wait_for(words)
            window.drain(fault.random.uniform(0, 0.6))
            end(window)
            code = window.process.wait(PATIENCE)
            said = window.raw.decode("utf-8", "replace")
            if restored:
                tally.expect(window.is_restored, "the terminal is not as it was")
            tally.expect(code >= 0 or not restored, f"ended by signal {-code}")
        tally.listen(said)
        look_for_draft(tally, fault, words)


def ended_by(name: str) -> Callable[[Window], None]:
    def end(window: Window) -> None:
        window.process.send_signal(getattr(signal, name))
        window.wait_for_end()

    return end


@row("SIGTERM with words not kept", long=15)
def test_row_14_sigterm(tally: Tally) -> None:
    interrupt(tally, ended_by("SIGTERM"))


@row("SIGHUP with words not kept", long=15)
def test_row_15_sighup(tally: Tally) -> None:
    interrupt(tally, ended_by("SIGHUP"))


@row("the window is closed with words not kept", long=15)
def test_row_16_window_closed(tally: Tally) -> None:
    interrupt(tally, Window.close_window, restored=False)


@row("SIGQUIT with words not kept", long=15)
def test_row_17_sigquit(tally: Tally) -> None:
    interrupt(tally, ended_by("SIGQUIT"))


@row("SIGTSTP, then kill -9", long=15)
def test_row_18_sigtstp_then_kill(tally: Tally) -> None:
    def stop_and_kill(window: Window) -> None:
        window.process.send_signal(signal.SIGTSTP)
        tally.note("stopped", int(window.wait_until_stopped()))
        window.process.kill()

    interrupt(tally, stop_and_kill, restored=False)


@row("Ctrl+Q in the same breath as the words", long=15)
def test_row_19_ctrl_q_with_a_draft(tally: Tally) -> None:
    for fault in tally.faults():
        begin(fault, "kept before")
        words = "Half a thought " * fault.random.randint(1, 4) + "and"
        with Window(environment=fault.environment) as window:
            window.wait_for(LINE)
            window.type(words)
            window.press("ctrl+q")
            tally.expect(window.wait_for_end() == 0, "exit code")
            tally.expect(window.is_restored, "the terminal is not as it was")
        look_for_draft(tally, fault, words)


FAILURES = {
    "keeping": ("from tracejournal.journal.entries import Entries as It", "keep", "hello\r"),
    "reading": ("from tracejournal.journal.history import History as It", "known_people", ""),
    "a dialog": ("from tracejournal.tui.app import TracejournalApp as It", "action_help", "\x1bOP"),
    "drawing": ("from tracejournal.tui.widgets.week_dots import WeekDots as It", "render", ""),
    "a worker": (
        "from tracejournal.tui.screens.check_in import CheckInDialog as It",
        "compose",
        "\x07",
    ),
}
"""Where it fails: what is imported, what of it fails, and the keys that lead there."""


def fail(tally: Tally, raised: str) -> None:
    """Let every face fail with a person's words at hand, and look for them everywhere."""
    for fault in tally.faults():
        where = list(FAILURES)[fault.number % len(FAILURES)]
        imported, name, keys = FAILURES[where]
        begin(fault, "kept before")
        broken = fault.home.parent / "broken"
        broken.mkdir()
        (broken / "sitecustomize.py").write_text(
            f"{imported}\n"
            f"def fail(*things, **named):\n"
            f"    words = {SECRET[:6]!r} + {SECRET[6:]!r}\n"
            f"    raise {raised}\n"
            f"It.{name} = fail\n"
        )
        environment = fault.environment
        environment["PYTHONPATH"] = f"{broken}{os.pathsep}{environment['PYTHONPATH']}"
        said = _fail_on_screen(tally, environment, keys)
        if where == "keeping":
            command = [sys.executable, "-m", "tracejournal", "log", "hello"]
            done = subprocess.run(command, capture_output=True, env=environment, check=False)
            tally.expect(done.returncode == 1, f"log: exit code {done.returncode}")
            said += done.stdout + done.stderr
        files = b"".join(path.read_bytes() for path in fault.home.rglob("*") if path.is_file())
        tally.expect(SECRET.encode() not in said + files, f"{where}: the words were shown or kept")
        tally.expect(b"Traceback" not in said, f"{where}: a traceback")
        tally.compare({"kept before"}, words_in(fault.path))


def _fail_on_screen(tally: Tally, environment: dict[str, str], keys: str) -> bytes:
    with Window(environment=environment) as window:
        if keys:
            window.wait_for(LINE)
            window.type(keys)
        code = window.wait_for_end()
        tally.expect(code == 1, f"exit code {code}")
        tally.expect(window.is_restored, "the terminal is not as it was")
        tally.expect(b"Something" in window.raw, "nothing was said")
        return window.raw


@row("an unforeseen failure with words in its locals", short=5, long=15)
def test_row_20_failure_with_text_in_locals(tally: Tally) -> None:
    fail(tally, "RuntimeError")


@row("an unforeseen failure with words in its message", short=5, long=15)
def test_row_21_failure_with_text_in_its_message(tally: Tally) -> None:
    fail(tally, "KeyError(words)")
