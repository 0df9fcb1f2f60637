"""What a curator may write, as frozen models; seeds/FORMAT.md is the contract in prose."""
