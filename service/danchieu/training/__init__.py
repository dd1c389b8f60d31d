"""How the learned parts are made again: drawn samples, nets, weights."""
