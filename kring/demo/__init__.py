"""The cast and their family for who tries it; never in production."""
