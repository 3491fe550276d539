"""What earlier builds worked out, found again by everything that it was made of; a cache never changes a result."""
