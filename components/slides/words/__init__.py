"""What slides share: sentences with links, tables measured in inches, notes."""
