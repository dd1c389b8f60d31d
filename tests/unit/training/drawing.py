"""What strips are drawn with in these tests: print alone, no fetched fonts."""

from danchieu.training.pen_fonts import find_faces
from danchieu.training.pen_ink import Pens
from danchieu.training.pen_strips import PrintedForm

KINDS = ("number", "day", "month")
FORMS = {
    d: ((((0.2, 0.0), (0.2, 1.0)), ((0.0, 0.1), (0.4, 0.5))),) for d in "0123456789"
}


def pens(clerk_share=0.5):
    return Pens(find_faces(["Tinos-Regular.ttf"]), FORMS, clerk_share)


def form():
    return PrintedForm(
        dict.fromkeys(KINDS, ("Số:", "ngày")),
        dict.fromkeys(KINDS, ("/TB-SXD", "tháng")),
        ("SỞ XÂY DỰNG",),
        find_faces(["Tinos-Regular.ttf", "Tinos-Italic.ttf"]),
    )
