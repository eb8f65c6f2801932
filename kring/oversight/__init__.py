"""The view from above, never into the room: desk, figures, money, keeping."""
