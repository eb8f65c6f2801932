"""Furniture of the house; knows nothing about conferences."""
