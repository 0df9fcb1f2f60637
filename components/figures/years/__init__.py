"""Year against year: estimated, notified, reported and modelled, beside the limit of each year."""
