"""Jobs to copy and change: how an organisation runs this where its notes live."""
