"""What others read: standards for documents, graphs and tables, written as streams."""
