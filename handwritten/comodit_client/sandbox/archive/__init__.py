"""Archives: organizations that an export wrote to folders, loaded into the store of a sandbox."""
