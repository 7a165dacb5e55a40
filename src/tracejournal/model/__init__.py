"""What a journal is made of: values that check themselves and know neither disk nor screen."""
