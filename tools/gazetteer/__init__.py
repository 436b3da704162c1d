"""Helpers of `tools/build_gazetteer.py`: reading the sources, choosing names, writing the file."""
