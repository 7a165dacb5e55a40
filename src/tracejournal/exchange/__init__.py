"""What goes out and comes in: pure functions between the model and other formats."""
