"""What pages ask about photos: the library, where a picture ran, what keeps it from running."""
