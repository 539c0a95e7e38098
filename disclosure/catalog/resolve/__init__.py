"""Records as editors wrote them to entries of the register: quotes placed, words and references looked up."""
