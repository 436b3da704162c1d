"""Trains the decision models from annotated documents, cross-validated by document."""
