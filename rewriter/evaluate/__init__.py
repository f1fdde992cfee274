"""Prompt evaluation: with numbers, which prompt and model to trust. It stands on the main path, as `bulk` does."""
