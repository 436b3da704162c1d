"""The parts of `tools/evaluate.py`: errors of each document, and the report to read."""
