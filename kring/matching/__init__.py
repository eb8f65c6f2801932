"""Phase 2: an independent coordinator, offered and accepted."""
