"""What commands read: documents, files, answers."""
