"""`unlock --for`: other commands open the journal unasked, for a while, and no longer."""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.locked import PASS, lock_it, run_with
from tests.cli.support import process
from tracejournal import places
from tracejournal.journal import session
from tracejournal.store import keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.support import Shell

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="what the process is like is read from /proc"
)

WORDS = "Maria sat with me"
PATIENCE = 30_000  # milliseconds


@pytest.fixture(autouse=True)
def runtime(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A locked journal, and a folder for sockets that goes at the end with what is in it."""
    folder = tempfile.mkdtemp(prefix="tj")
    monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
    shell.done("log", WORDS)
    lock_it()
    yield Path(folder)
    session.end(places.journal_file())
    shutil.rmtree(folder)


@pytest.fixture
def agent(shell: Shell, runtime: Path) -> int:
    """The id of the process that holds the key."""
    done = run_with(shell, "unlock", "--for", "30m")
    assert done.code == 0, done.err
    (found,) = [each for each in Path("/proc").glob("[0-9]*") if is_at(each, socket_in(runtime))]
    return int(found.name)


def socket_in(runtime: Path) -> Path:
    (found,) = (runtime / "tracejournal").iterdir()
    return found


def is_at(proc: Path, path: Path) -> bool:
    """Return whether a process was begun for a socket; it may end while it is looked at."""
    try:
        return bytes(path) in (proc / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return False


def has_ended(pid: int) -> bool:
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        poll = select.poll()
        poll.register(watched, select.POLLIN)
        return bool(poll.poll(PATIENCE))
    finally:
        os.close(watched)


def opens() -> bool:
    done = process("list")
    assert (WORDS in done.stdout.decode()) == (done.returncode == 0)
    return done.returncode == 0


@pytest.mark.usefixtures("agent")
def test_other_commands_open_it_unasked_until_it_is_locked(shell: Shell) -> None:
    assert opens()
    for command in (("call",), ("backup",), ("restore",), ("doctor",), ("show", "last")):
        done = process(*command)
        assert done.returncode == 0, done.stderr
        assert b"lock" not in done.stderr
    done_lock = shell("lock")
    assert (done_lock.code, done_lock.err) == (0, "Locked. The time that was left is over.\n")
    assert not opens()
    assert shell("lock").err.startswith("The journal is locked.")


def test_it_says_until_when(shell: Shell) -> None:
    done = run_with(shell, "unlock", "--for", "90m")
    assert done.err == "Unlocked until 09:45. `tracejournal lock` ends it before.\n"


@pytest.mark.parametrize(
    "typed", ["", "m", "30", "0m", "59s", "13h", "721m", "-5m", "1.5h", "²m", "9" * 30 + "h", "1d"]
)
def test_what_is_no_while(shell: Shell, runtime: Path, typed: str) -> None:
    done = run_with(shell, "unlock", f"--for={typed}")
    assert (done.code, done.out) == (2, "")
    assert "from 1m to 12h" in done.err
    assert not list(runtime.iterdir())


@pytest.mark.parametrize("typed", ["1m", "12h", "720m", "2H", " 30m "])
def test_what_is_one(shell: Shell, typed: str) -> None:
    assert run_with(shell, "unlock", "--for", typed).code == 0
    assert opens()


def test_a_wrong_passphrase_begins_none(shell: Shell, runtime: Path) -> None:
    assert run_with(shell, "unlock", "--for", "30m", given="wrong").code == 1
    assert not list(runtime.iterdir())


def test_nothing_secret_shows_and_nothing_can_be_dumped(agent: int, runtime: Path) -> None:
    proc = Path(f"/proc/{agent}")
    key = session_key()
    for name in ("cmdline", "environ"):
        seen = (proc / name).read_bytes()
        assert not [each for each in (PASS.encode(), key, key.hex().encode()) if each in seen]
    assert re.search(r"^Max core file size +0 +0 ", (proc / "limits").read_text(), re.MULTILINE)
    assert stat_of(socket_in(runtime)) & 0o077 == 0
    targets = {str(each.readlink()) for each in (proc / "fd").iterdir()}
    assert {each for each in targets if not each.startswith("socket:")} == {os.devnull}
    assert (proc / "cwd").readlink() == Path("/")


def session_key() -> bytes:
    assert session.hold_key(places.journal_file())
    (key,) = keys.held()
    keys.forget()
    return key


def stat_of(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_only_its_owner_can_enter_the_folder(agent: int, runtime: Path) -> None:
    assert agent
    assert stat_of(runtime / "tracejournal") == 0o700


@pytest.mark.skipif(os.getuid() != 0, reason="being somebody else takes root")
def test_another_user_gets_nothing_even_with_the_doors_open(agent: int, runtime: Path) -> None:
    assert agent
    for path in (runtime, runtime / "tracejournal", socket_in(runtime)):
        path.chmod(0o777)
    program = (
        "import os, socket, sys; os.setgid(65534); os.setuid(65534);"
        "s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1]);"
        "s.sendall(b'k'); print(s.recv(64))"
    )
    command = [sys.executable, "-c", program, str(socket_in(runtime))]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.stdout in (b"", b"b''\n")
    (runtime / "tracejournal").chmod(0o700)
    assert opens()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it(agent: int, runtime: Path, number: signal.Signals) -> None:
    os.kill(agent, number)
    assert has_ended(agent)
    assert not list((runtime / "tracejournal").iterdir())
    assert not opens()


def test_what_a_killed_one_left_is_in_nobodys_way(shell: Shell, agent: int, runtime: Path) -> None:
    os.kill(agent, signal.SIGKILL)
    assert has_ended(agent)
    assert socket_in(runtime).exists()
    assert not opens()
    assert shell("lock").err.startswith("The journal is locked.")
    assert run_with(shell, "unlock", "--for", "30m").code == 0
    assert opens()


def test_a_new_one_ends_the_one_before(shell: Shell, agent: int) -> None:
    assert run_with(shell, "unlock", "--for", "1h").code == 0
    assert has_ended(agent)
    assert opens()


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        (("passphrase",), f"{PASS}\nnew one"),
        (("passphrase", "--new-key"), f"{PASS}\nnew one"),
        (("unlock", "--recovery"), "{key}\nnew one"),
        (("lock", "--remove", "--yes"), PASS),
    ],
    ids=" ".join,
)
def test_it_ends_when_what_opens_the_lock_changes(
    shell: Shell, typed: tuple[str, ...], given: str
) -> None:
    assert run_with(shell, "lock", "--remove", "--yes").code == 0
    key = lock_it()
    assert run_with(shell, "unlock", "--for", "30m").code == 0
    assert session_key()
    assert run_with(shell, *typed, given=given.format(key=key)).code == 0
    assert not session.hold_key(places.journal_file())


@pytest.mark.usefixtures("agent")
def test_it_does_not_change_what_opens_the_lock(shell: Shell) -> None:
    for command in (("passphrase",), ("lock", "--remove", "--yes"), ("unlock",)):
        assert shell(*command).code == 2


@pytest.mark.usefixtures("agent")
def test_it_opens_no_other_journal(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("TRACEJOURNAL_HOME", str(tmp_path / "another"))
        shell.done("log", "Tea")
        lock_it()
        assert process("list").returncode == 1
    assert opens()


@pytest.mark.usefixtures("agent")
def test_the_passphrase_is_not_needed_so_nothing_that_unseals_is_imported() -> None:
    program = (
        "import sys; from tracejournal.__main__ import main; code = main(sys.argv[1:]);"
        "print(*sys.modules, file=sys.stderr); raise SystemExit(code)"
    )
    command = [sys.executable, "-c", program, "list"]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    imported = set(done.stderr.split())
    assert not imported & {"pyrage", "socket", "subprocess", "tracejournal.journal.lock"}


@pytest.mark.parametrize("mode", [0o755, 0o777, 0o710])
def test_a_folder_that_others_can_enter_is_not_used(shell: Shell, runtime: Path, mode: int) -> None:
    (runtime / "tracejournal").mkdir()
    (runtime / "tracejournal").chmod(mode)
    assert run_with(shell, "unlock", "--for", "1m").code == 0
    assert not list((runtime / "tracejournal").iterdir())
    assert opens()  # from the temporary folder of all, in one of our own
    assert shell("lock").err.startswith("Locked.")


def test_a_link_in_the_place_of_the_folder_is_not_used(shell: Shell, runtime: Path) -> None:
    (runtime / "elsewhere").mkdir(0o700)
    (runtime / "tracejournal").symlink_to(runtime / "elsewhere")
    assert run_with(shell, "unlock", "--for", "1m").code == 0
    assert not list((runtime / "elsewhere").iterdir())


def test_a_path_too_long_for_a_socket_is_not_used(
    shell: Shell, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = runtime / ("x" * 120)
    deep.mkdir(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    assert run_with(shell, "unlock", "--for", "1m").code == 0
    assert opens()


@pytest.mark.usefixtures("agent")
def test_what_is_kept_meanwhile_is_kept(shell: Shell) -> None:
    assert process("terms", "add", "kind", "Tea").returncode == 0
    found = json.loads(process("list", "--json").stdout)
    assert [entry["text"] for entry in found] == [WORDS]
    assert "tea" in run_with(shell, "terms").out
