"""Phase 5: question, date, place, personal preparation, ready."""
