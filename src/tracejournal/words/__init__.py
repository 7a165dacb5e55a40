"""Everything a person reads, in one place, so that it can be reviewed and linted as a whole."""
