"""Use cases: each is one atomic unit, takes the clock, and is the only door to the store."""
