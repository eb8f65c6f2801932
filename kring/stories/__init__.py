"""Vrijdagverhaal: stands on people alone, knows no conference."""
