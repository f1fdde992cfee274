"""The commands, one a module: what each takes, and what it prints."""
