"""The machine we run on: folders, key file, single instance, logs, settings. No Qt, no SQL."""
