"""What tests of several rooms share: the site, servers, linters and programs of the guide."""
