"""What screens are made of: each gets models, posts messages and knows nothing else."""
