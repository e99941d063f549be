"""Files of other people: how they are found and read, compared and replaced."""
