"""The npm package: the modules of `javascript/`, the data that they read, and the types of every body."""
