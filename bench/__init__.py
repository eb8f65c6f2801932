"""Benchmarks: how the busiest pages behave in a large country. They print figures and never fail a build."""
