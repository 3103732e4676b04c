"""The timeline: filters, lanes, overview strip, list and undated tray."""
