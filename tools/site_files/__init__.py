"""What the site has beside its pages: Markdown twins, llms.txt, downloads, and folders for versions.

It is written after the site was built, so that it is the same whatever program built the site.
"""
