"""``theme: {name: disclosure}``: the name by which MkDocs finds our theme. The plugin has the templates."""
