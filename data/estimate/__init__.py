"""The model: inputs, draws, runs, and what is told of them."""
