"""Files that a test uploads in the browser, and the button that sends them."""


def file(name, content=b"CHAO\n"):
    """Return a file as the browser takes it; its kind is that of its suffix."""
    kind = "application/pdf" if name.endswith(".pdf") else "text/plain"
    return {"name": name, "mimeType": kind, "buffer": content}


def send(page, *files):
    """Choose the files on the page that is open, and have them read."""
    page.set_input_files("#file", files)
    page.get_by_role("button", name="Đọc văn bản").click()
