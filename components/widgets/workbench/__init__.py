"""What a reader works with on the page Estimate: tracks of controls, several set at once, two sets side by side."""
