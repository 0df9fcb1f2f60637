"""The pen for PowerPoint: DrawingML, theme colours, the file."""
