"""The command line. It knows the journal and the model, and nothing of the full screen."""
