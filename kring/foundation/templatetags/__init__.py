"""Components for the pages."""
