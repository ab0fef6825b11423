"""Deciding: what people do with findings."""
