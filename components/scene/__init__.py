"""The kit that figures and slides are made of; it knows no subject."""
