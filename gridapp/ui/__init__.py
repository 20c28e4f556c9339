"""WHAT STAFF SEE. The only home of Qt: the frame, its widgets and one folder per screen."""
