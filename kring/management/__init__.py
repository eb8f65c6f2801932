"""Commands for who runs the house."""
