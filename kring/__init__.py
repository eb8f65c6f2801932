"""Kring: people make their own plan, with their own people."""
