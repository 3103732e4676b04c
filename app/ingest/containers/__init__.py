"""Files that hold many articles: JSON lines, tables, feeds, web archives, zipped folders."""
