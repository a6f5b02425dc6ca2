"""Picture files as bytes: the words they carry inside. Pure, no Django."""
