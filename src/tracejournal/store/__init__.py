"""The journal's file: opening it, its schema, rows to model and back, search."""
