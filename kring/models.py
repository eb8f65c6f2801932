"""Table of contents: every model of the house, room by room."""

__all__ = [name for name in dir() if name[0].isupper()]
