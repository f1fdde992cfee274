"""What belongs together in one text: pairs, rows, former values, who did what; and what stands for what is lost."""
