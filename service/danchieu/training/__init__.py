"""How the learned parts are made again: drawn samples, nets, weights, scores."""

from danchieu.training.pen_digits import note_scores as note_scores
from danchieu.training.pen_digits import train_pen_digits as train_pen_digits
from danchieu.training.pen_scores import ReadScan as ReadScan
from danchieu.training.pen_scores import score_scans as score_scans
