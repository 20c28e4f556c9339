"""An invented county to try everything on: real place names, made-up people, marked 演示."""
