"""What can be asked of the county over HTTP."""
