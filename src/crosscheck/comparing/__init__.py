"""Comparing what claims say: pairs, sides, distances, and sentences about them. Rules are made of these."""
