"""How fast it is: synthetic journals, whole processes timed from outside, one table of targets."""
