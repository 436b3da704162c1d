"""Worker processes, forked by a parent that has loaded the pipeline; one article at a time each."""
