// A document's page: facts and their places light each other up, pages turn in place,
// tables sort and filter, and words chosen on the page fill the form.
"use strict";

const paper = document.getElementById("page");
const facts = document.getElementById("facts");
const marksOf = (element) => (element.dataset.marks || "").split(" ");
const boxes = () => [...paper.querySelectorAll(".box")];
const rows = [...facts.querySelectorAll("[data-mark]:is(li, tr)")];
let lit = [];

function light(marks, name) {
  const wanted = new Set(marks);
  for (const box of boxes()) {
    box.classList.toggle(name, marksOf(box).some((mark) => wanted.has(mark)));
  }
  for (const row of rows) row.classList.toggle(name, wanted.has(row.dataset.mark));
}

function show(mark) {
  lit = [mark];
  light(lit, "lit");
  bringIntoView(paper.querySelector(".box.lit"));
}

function bringIntoView(element) {
  const sheet = paper.querySelector(".sheet");
  if (!element || !sheet) return;
  const one = element.getBoundingClientRect();
  const frame = sheet.getBoundingClientRect();
  if (one.top >= frame.top && one.bottom <= frame.bottom) return;
  sheet.scrollTop += one.top - frame.top - frame.height / 3;
  sheet.scrollLeft += Math.min(0, one.left - frame.left - 20);
}

for (const row of rows) {
  const near = () => light([row.dataset.mark], "near");
  const away = () => light([], "near");
  row.addEventListener("mouseenter", near);
  row.addEventListener("mouseleave", away);
  row.addEventListener("focusin", near);
  row.addEventListener("focusout", away);
}

paper.addEventListener("mouseover", (event) => {
  const box = event.target.closest(".box");
  light(box ? marksOf(box) : [], "near");
});
paper.addEventListener("mouseleave", () => light([], "near"));
paper.addEventListener("click", (event) => {
  const turn = event.target.closest("a[data-turn]");
  if (turn && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    turnTo(turn.href);
    return;
  }
  const box = event.target.closest(".box");
  if (!box || choosing) return;
  lit = marksOf(box);
  light(lit, "lit");
  const row = rows.find((r) => lit.includes(r.dataset.mark));
  if (row) row.scrollIntoView({ block: "center" });
  const link = row && row.querySelector("a");
  if (link) link.focus({ preventScroll: true });
});

facts.addEventListener("click", async (event) => {
  const link = event.target.closest("a.show");
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!link || !plain) return;
  event.preventDefault();
  if (link.dataset.page !== paper.dataset.page) await turnTo(link.href);
  show(link.dataset.mark);
  paper.scrollIntoView({ block: "nearest" });
});

async function turnTo(href) {
  const address = new URL(href, location.href);
  let answer;
  try {
    answer = await fetch(address, { headers: { accept: "text/html" } });
  } catch {
    location.assign(address);
    return;
  }
  const other = new DOMParser().parseFromString(await answer.text(), "text/html");
  const sheet = other.getElementById("page");
  if (!answer.ok || !sheet) {
    location.assign(address);
    return;
  }
  const hadFocus = paper.contains(document.activeElement);
  paper.dataset.page = sheet.dataset.page;
  paper.setAttribute("aria-label", sheet.getAttribute("aria-label"));
  paper.replaceChildren(...sheet.childNodes);
  history.replaceState(null, "", address.pathname + address.search);
  readyPaper();
  light(lit, "lit");
  if (hadFocus) paper.focus({ preventScroll: true });
}

// Zoom
const STEPS = [50, 75, 100, 125, 150, 200, 300];
let zoom = 100;
const zoomOf = () => paper.querySelector(".zoom");

function applyZoom() {
  const picture = paper.querySelector(".sheet svg");
  if (picture) picture.style.width = `${zoom}%`;
}

function changeZoom(step) {
  if (step === 0) zoom = 100;
  const at = STEPS.indexOf(zoom) + step;
  zoom = STEPS[Math.max(0, Math.min(STEPS.length - 1, at))];
  applyZoom();
}

paper.addEventListener("click", (event) => {
  const button = event.target.closest("[data-zoom]");
  if (button) changeZoom(Number(button.dataset.zoom));
});
paper.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const turn = { ArrowLeft: "prev", PageUp: "prev", ArrowRight: "next", PageDown: "next" }[event.key];
  const zoomed = zoom > 100 && event.key.startsWith("Arrow");
  const link = turn && !zoomed && paper.querySelector(`a[rel=${turn}]`);
  if (link) {
    event.preventDefault();
    turnTo(link.href);
  } else if (["+", "=", "-", "0"].includes(event.key)) {
    changeZoom({ "+": 1, "=": 1, "-": -1, 0: 0 }[event.key]);
  }
});

// Tables
const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
const dayKey = (text) => text.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, "$3$2$1");

for (const table of facts.querySelectorAll("table")) {
  const body = table.tBodies[0];
  [...table.tHead.rows[0].cells].slice(0, -1).forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    head.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) {
        if (other.hasAttribute("aria-sort")) other.setAttribute("aria-sort", "none");
      }
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = (row) => dayKey(row.cells[column].textContent.trim());
      const sorted = [...body.rows].sort((a, b) => key(a).localeCompare(key(b), "vi", { numeric: true }));
      body.append(...(down ? sorted.reverse() : sorted));
    });
  });
}

for (const filter of facts.querySelectorAll("[data-filter]")) {
  filter.hidden = false;
  filter.addEventListener("input", () => {
    const wanted = folded(filter.value.trim());
    for (const row of document.querySelectorAll(`#${filter.dataset.filter} tbody tr`)) {
      row.hidden = !folded(row.textContent).includes(wanted);
    }
  });
}

// What is pasted into a letter is what was read and where, not what one presses here.
function saidIn(cell) {
  const said = cell.cloneNode(true);
  for (const control of said.querySelectorAll(".sure, .decide, .who")) control.remove();
  const parts = [...said.childNodes].map((part) => part.textContent.replace(/\s+/g, " ").trim());
  return parts.filter(Boolean).join(" · ");
}

for (const button of facts.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const group = document.getElementById(button.dataset.copy);
    const lines = [...group.querySelectorAll("thead tr, tbody tr:not([hidden]), .rows > li")];
    const cellsOf = (line) => [...(line.cells || line.children)].map(saidIn);
    await navigator.clipboard.writeText(lines.map((line) => cellsOf(line).join("\t")).join("\n"));
    const before = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = before; }, 1500);
  });
}

// Choosing words on the page for the form
const fix = document.getElementById("fix");
const choosing = Boolean(fix);
let words = null;

async function loadWords() {
  const answer = await fetch(`/v1/documents/${paper.dataset.document}/pages/${paper.dataset.page}`);
  words = answer.ok ? await answer.json() : null;
}

// Words go into the part that had the focus last; the place kept is that of the most
// words chosen for any part.
let part = choosing && fix.querySelector("[data-main]");
const chosen = new Map();
if (choosing) {
  fix.addEventListener("focusin", (event) => {
    if (event.target.matches("[id^=part-]:not(select)")) part = event.target;
  });
}

function fill(text, start, end) {
  part.value = text.replace(/\s+/g, " ").trim();
  chosen.set(part, { start, end, page: paper.dataset.page });
  const longest = [...chosen.values()].reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a));
  fix.querySelector("[name=start]").value = longest.start;
  fix.querySelector("[name=end]").value = longest.end;
  fix.querySelector("[name=place_page]").value = longest.page;
}

function pointOn(picture, event) {
  const point = new DOMPoint(event.clientX, event.clientY);
  return point.matrixTransform(picture.getScreenCTM().inverse());
}

// So many points of the page a pointer may slip in one press.
const DRAG = 3;

function chooseIn(picture) {
  let from = null;
  let frame = null;
  const range = (to) => {
    const [x0, x1] = [from.x, to.x].sort((a, b) => a - b);
    const [y0, y1] = [from.y, to.y].sort((a, b) => a - b);
    return { x0, y0, x1, y1 };
  };
  const pick = (inside) => {
    const start = Math.min(...inside.map((word) => word.start));
    const end = Math.max(...inside.map((word) => word.end));
    for (const { box } of words.words.filter((word) => word.start >= start && word.end <= end)) {
      const one = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      one.classList.add("picked");
      for (const [name, value] of [["x", box[0]], ["y", box[1]], ["width", box[2] - box[0]], ["height", box[3] - box[1]]]) one.setAttribute(name, value);
      picture.append(one);
    }
    fill(words.text.slice(start, end), start, end);
  };
  // A finger scrolls the page; it, and who cannot drag, presses first and last word.
  let firstWord = null;
  picture.addEventListener("click", (event) => {
    const { x, y } = pointOn(picture, event);
    const word = ((words && words.words) || []).find(({ box }) => box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3]);
    if (!word || dragged) return;
    for (const old of picture.querySelectorAll(".picked")) old.remove();
    pick(firstWord ? [firstWord, word] : [word]);
    firstWord = firstWord ? null : word;
  });
  let dragged = false;
  picture.addEventListener("pointerdown", (event) => {
    dragged = false;
    if (event.button !== 0 || event.pointerType === "touch") return;
    event.preventDefault();
    from = pointOn(picture, event);
    picture.setPointerCapture(event.pointerId);
    for (const old of picture.querySelectorAll(".picked")) old.remove();
    frame = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    frame.classList.add("picked");
    picture.append(frame);
  });
  picture.addEventListener("pointermove", (event) => {
    if (!from) return;
    const { x0, y0, x1, y1 } = range(pointOn(picture, event));
    for (const [name, value] of [["x", x0], ["y", y0], ["width", x1 - x0], ["height", y1 - y0]]) frame.setAttribute(name, value);
  });
  picture.addEventListener("pointerup", (event) => {
    if (!from) return;
    const r = range(pointOn(picture, event));
    from = null;
    frame.remove();
    dragged = r.x1 - r.x0 > DRAG || r.y1 - r.y0 > DRAG;
    if (!dragged) return;
    firstWord = null;
    const inside = ((words && words.words) || []).filter(({ box }) => box[0] < r.x1 && r.x0 < box[2] && box[1] < r.y1 && r.y0 < box[3]);
    if (inside.length > 0) pick(inside);
  });
}

// A finger's selection ends without "mouseup"; the selection itself tells.
function chooseInText() {
  const text = paper.querySelector(".text");
  const selection = getSelection();
  if (!text || selection.isCollapsed || !text.contains(selection.anchorNode)) return;
  const range = selection.getRangeAt(0);
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  // The server counts characters, JavaScript counts halves of rare ones.
  const start = [...before.toString()].length;
  fill(range.toString(), start, start + [...range.toString()].length);
}
if (choosing) document.addEventListener("selectionchange", chooseInText);

function readyPaper() {
  if (zoomOf()) zoomOf().hidden = false;
  applyZoom();
  if (!choosing) return;
  fix.querySelector("#choose-hint").hidden = false;
  paper.classList.add("choosing");
  const picture = paper.querySelector(".sheet svg");
  if (!picture) return;
  loadWords();
  chooseIn(picture);
}

readyPaper();
const first = paper.querySelector(".box.lit");
if (first) bringIntoView(first);
lit = [...new Set([...paper.querySelectorAll(".box.lit")].flatMap(marksOf))];
