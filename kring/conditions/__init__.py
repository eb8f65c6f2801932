"""Phase 4, voorwaarden: issued, discussed, read by all, frozen."""
