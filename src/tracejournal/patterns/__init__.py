"""What a person's own record can carry, and what it cannot: pure functions over sums."""
