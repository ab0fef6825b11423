"""Relations between items: what a source's claims on some of them say of the others."""
