"""The full-screen face. It knows the journal and the model, and nothing of the command line."""
