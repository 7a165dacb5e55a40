"""What in words could tell who somebody is. Pure: nothing is stored, sent or remembered."""
