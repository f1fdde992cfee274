"""What a text holds, made ready for comparison: its words by key, its values, what they belong to."""
