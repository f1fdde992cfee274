"""What in a text tells who somebody is: names, dates, numbers and addresses, by what is known and by their look."""
