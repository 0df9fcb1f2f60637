"""The part of the deck that is read across a room: few words in large type, a finding in every title."""
