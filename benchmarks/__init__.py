"""Benchmarks: side by side within one run, as ratios. `make bench` installs the peers, and runs all of them."""
