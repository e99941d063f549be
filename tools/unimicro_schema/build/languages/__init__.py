"""Writes a call of the API as a program, in the languages that the site shows."""
