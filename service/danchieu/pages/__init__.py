"""A source file to pages of words with boxes; knows PDF, pictures and OCR."""

from danchieu.pages.ocr import Ocr as Ocr
from danchieu.pages.ocr import OcrWord as OcrWord
from danchieu.pages.page_reader import count_pages as count_pages
from danchieu.pages.page_reader import read_pages as read_pages
from danchieu.pages.page_reader import render_page as render_page
from danchieu.pages.pen_reader import PenReader as PenReader
from danchieu.pages.reading import PagesRead as PagesRead
from danchieu.pages.share import Share as Share
from danchieu.pages.share import join_shares as join_shares
from danchieu.pages.tesseract import TesseractOcr as TesseractOcr
