"""How pages look: templates, what pages share, style sheets and scripts."""
