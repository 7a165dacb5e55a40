"""Whom a person can call: what comes with the program, and how a page is put together. Pure."""
