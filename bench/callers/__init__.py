"""What `bench.model` starts as processes of their own: the server, and one caller for each library."""
