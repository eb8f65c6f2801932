"""Scenes: what must be true, played by the cast."""
