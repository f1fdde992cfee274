"""The nets: each module finds one kind of untruth."""
