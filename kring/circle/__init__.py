"""Phase 3: the people around, named, agreed and invited."""
