"""Who exists: persons, the organisation, and how they come in."""
