"""What may be said otherwise: words, figures and phrases that claim nothing beside what the other text holds."""
