"""oEmbed: how another site may show a page of this one (https://oembed.com)."""
