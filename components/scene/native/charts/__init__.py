"""Charts that PowerPoint keeps editable, and the same in a preview."""
