"""Run a command and print its peak memory in KiB.

A small process of its own, since the kernel counts what the parent had before the program began.

    python -I -S peak.py PROGRAM ARGUMENT…
"""

import os
import sys

COMMAND = sys.argv[1:]
pid = os.posix_spawn(COMMAND[0], COMMAND, os.environ)
_, status, usage = os.wait4(pid, 0)
print(f"peak {usage.ru_maxrss}")
sys.exit(os.waitstatus_to_exitcode(status))
