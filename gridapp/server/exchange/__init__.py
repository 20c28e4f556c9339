"""Push and pull: a batch decided and written, what a device sees."""
