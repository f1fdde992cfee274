"""Many notes: from a source to a journal, and from the journal to drafts for review and a worklist of questions."""
