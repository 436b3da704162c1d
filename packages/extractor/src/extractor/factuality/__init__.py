"""Whether an event happened, goes on, is planned, might happen, or did not happen."""
