"""The view from above, never into the room: desk, numbers, keeping."""
