"""What the pages read: values ready to show, and doors that check access."""
