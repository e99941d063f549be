"""Collections: every request of the contract in the formats that API clients open."""
