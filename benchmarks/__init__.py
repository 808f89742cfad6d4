"""Benchmarks: side by side within one run, as ratios. `make bench`, or `python -m benchmarks`."""
