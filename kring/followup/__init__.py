"""Phase 8, opvolging: how the agreements go, progress talk, closing."""
