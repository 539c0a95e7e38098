// The editors' desk.
