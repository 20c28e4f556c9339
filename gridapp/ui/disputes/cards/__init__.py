"""What the page of a case shows, one card for each purpose."""
