"""Parts that sync and plans share, and the parts of plans."""
