// Lights up the places of a fact while it is hovered or chosen, and the other way.
"use strict";

const marksOf = (element) => (element.dataset.marks || "").split(" ");
const boxes = [...document.querySelectorAll(".box")];
const rows = [...document.querySelectorAll(".facts li[data-mark], .facts tr[data-mark]")];

function light(marks, name) {
  const wanted = new Set(marks);
  for (const box of boxes) {
    box.classList.toggle(name, marksOf(box).some((mark) => wanted.has(mark)));
  }
  for (const row of rows) {
    row.classList.toggle(name, wanted.has(row.dataset.mark));
  }
}

for (const row of rows) {
  row.addEventListener("mouseenter", () => light([row.dataset.mark], "near"));
  row.addEventListener("mouseleave", () => light([], "near"));
}

for (const box of boxes) {
  box.addEventListener("mouseenter", () => light(marksOf(box), "near"));
  box.addEventListener("mouseleave", () => light([], "near"));
  box.addEventListener("click", () => {
    const marks = marksOf(box);
    light(marks, "lit");
    const row = rows.find((r) => r.dataset.mark === marks[marks.length - 1]);
    if (row) row.scrollIntoView({ block: "center", behavior: "smooth" });
  });
}

const shown = new URLSearchParams(location.search).get("page") || "1";
for (const link of document.querySelectorAll(".facts a.show")) {
  link.addEventListener("click", (event) => {
    if (link.dataset.page !== shown) return;
    event.preventDefault();
    light([link.dataset.mark], "lit");
    const box = boxes.find((b) => b.classList.contains("lit"));
    if (box) box.scrollIntoView({ block: "center", behavior: "smooth" });
  });
}

const lit = document.querySelector(".paper .lit");
if (lit && lit.matches("mark")) lit.scrollIntoView({ block: "center" });

for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button");
    button.disabled = true;
    button.textContent = "Đang đọc…";
  });
}
