"""Empty sheets, signatures and lines of letter shapes drawn on them."""

import cv2
import numpy as np


def blank_sheet():
    return np.full((2339, 1654), 255, np.uint8)


def scribble(paper, x, y):
    corners = [(x, y + 160), (x + 120, y), (x + 150, y + 160), (x + 330, y + 60)]
    cv2.polylines(paper, [np.array(corners, np.int32)], False, 0, 4)


def letters(paper, x, y, count=10, fall=0.0):
    for at in range(count):
        left, top = x + 24 * at, int(y + fall * 24 * at)
        cv2.rectangle(paper, (left, top), (left + 14, top + 26), 0, -1)
