"""The public record in sentences."""
