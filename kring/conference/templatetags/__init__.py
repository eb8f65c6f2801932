"""Tags that know the table."""
