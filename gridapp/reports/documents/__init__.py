"""Documents of one case, filled from .docx templates that a county can replace.

A template is a file from outside: its placeholders are names that we look up, never a program.
"""
