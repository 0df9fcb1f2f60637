"""How fast Barrelwatch is, as ratios against floors measured in the same run; docs/speed.md says what they mean."""
