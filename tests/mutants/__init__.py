"""Faults planted in the package, one at a time, to see whether the tests of its rooms notice them: `make mutants`."""
