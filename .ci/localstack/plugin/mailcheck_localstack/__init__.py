"""What LocalStack needs to run our functions on a host that has no Docker."""
