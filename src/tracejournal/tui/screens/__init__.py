"""One module per screen: it composes, asks the journal and translates messages."""
