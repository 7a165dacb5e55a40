"""The least a Python program can do to show something on the full screen: raw ANSI."""

import sys

sys.stdout.write("\x1b[?1049h\x1b[2J\x1b[H tracejournal")
sys.stdout.flush()
sys.stdin.read(1)
