"""`tracejournal`: without a command the full screen, with one the command line.

This is the one door; it alone knows both faces, and imports the one that is asked for.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from tracejournal.config import Config
    from tracejournal.model.clock import Clock
    from tracejournal.tui.skeleton import Skeleton

_DEMO = "--demo"


def run() -> NoReturn:
    """Be the command `tracejournal`: do what was typed, then end.

    At once: everything is closed and written, and taking Python down piece by piece would take a
    twelfth of the whole command, for memory that the system takes back anyway.
    """
    os._exit(main())


def main(argv: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Run tracejournal and return its exit code: 0 done, 1 failed, 2 misused.

    Args:
        argv: what was typed after `tracejournal`; the process's own arguments where not given.
        clock: the machine's clock where not given.
    """
    typed = list(sys.argv[1:] if argv is None else argv)
    if typed not in ([], [_DEMO]):
        from tracejournal.cli.guard import guarded  # noqa: PLC0415 - after the skeleton below

        return guarded(lambda: _start(typed, clock, None), ours_alone=argv is None)
    return _behind_a_skeleton(typed, clock, ours_alone=argv is None)


def _behind_a_skeleton(typed: Sequence[str], clock: Clock | None, *, ours_alone: bool) -> int:
    """Open the screen, with something to see before anything else is even imported."""
    import gc  # noqa: PLC0415 - paid for when used

    from tracejournal.tui.skeleton import DEFAULT_THEME, raise_skeleton  # noqa: PLC0415

    skeleton = raise_skeleton(DEFAULT_THEME if typed else None)
    if skeleton:
        gc.disable()  # all that is made while starting stays; the app enables it once it stands

    def start() -> int | None:
        try:
            return _start(typed, clock, skeleton)
        finally:
            if skeleton:
                skeleton.take_down()  # before anything is said

    try:
        from tracejournal.cli.guard import guarded  # noqa: PLC0415 - once there is something to see
    except BaseException:
        if skeleton:
            skeleton.take_down()
        raise
    return guarded(start, ours_alone=ours_alone)


def _start(typed: Sequence[str], clock: Clock | None, skeleton: Skeleton | None) -> int | None:
    if typed[:1] and typed[0] == _DEMO:
        from tracejournal.cli.demo import demo_journal  # noqa: PLC0415 - paid for when used

        with demo_journal(clock):
            return _open(typed[1:], clock, skeleton)
    return _open(typed, clock, skeleton)


def _open(typed: Sequence[str], clock: Clock | None, skeleton: Skeleton | None) -> int | None:
    if typed:
        from tracejournal.cli.main import run  # noqa: PLC0415 - paid for when used

        return run(typed, clock, _check_settings)
    return _open_screen(clock, skeleton)


def _check_settings(config: Config) -> None:
    from tracejournal.tui.settings import check_settings  # noqa: PLC0415 - paid for when used

    check_settings(config)


def _open_screen(clock: Clock | None, skeleton: Skeleton | None) -> int:
    from tracejournal.cli.context import Context  # noqa: PLC0415 - paid for when used
    from tracejournal.cli.output import is_terminal  # noqa: PLC0415 - paid for when used
    from tracejournal.model.errors import Misuse  # noqa: PLC0415 - paid for when used
    from tracejournal.words import cli as words  # noqa: PLC0415 - paid for when used

    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        raise Misuse(words.NEEDS_TERMINAL)
    context = Context(clock)
    config = context.config
    from tracejournal.tui.app import run_app  # noqa: PLC0415 - paid for when used

    return run_app(context.clock, config, skeleton)


if __name__ == "__main__":
    run()
