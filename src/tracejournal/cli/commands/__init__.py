"""One module a command: its `OPTIONS`, and `run`, which does it."""
