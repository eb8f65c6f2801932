"""Phase 7: agreements, tests of conditions, «this is our plan»."""
