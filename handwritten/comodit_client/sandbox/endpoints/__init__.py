"""The control endpoints below /sandbox: the commands of the sandbox over HTTP."""
