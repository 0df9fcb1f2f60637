"""What is mounted in the browser: charts, markup, and small scripts."""
