"""The language server: what an editor shows of a workspace while its files are being edited.

`desk` knows what a check of the buffers says and where; `server` speaks the protocol.
"""
