"""How a case comes in: at the desk, from a copied text, from old paper."""
