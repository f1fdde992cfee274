"""Timing: `python -m bench.speed`."""
