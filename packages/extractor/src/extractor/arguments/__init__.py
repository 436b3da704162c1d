"""Which phrases of the article are the actors, the places and the date of a mention."""
