"""Engines: where the screen runs. Each yields whole items; the driver judges them."""
