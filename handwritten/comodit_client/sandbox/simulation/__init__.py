"""The simulation: machines, changes over time, the agenda, executions, and values of settings."""
