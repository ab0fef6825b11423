"""What a newsroom begins with: a workspace, and the JSON Schemas for its editors."""
