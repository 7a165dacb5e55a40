"""The deck of prompts and the choice of the day's. Pure: no connection, no screen."""
