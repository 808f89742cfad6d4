"""The operations of the schema, one module per resource."""
