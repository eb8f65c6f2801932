"""Phase 6, the day: information round, private time, presentation."""
