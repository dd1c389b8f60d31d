// Lights up the way from a document to the one asked for; arrows walk the drawing.
"use strict";

for (const chain of document.querySelectorAll("[data-chain]")) {
  const nodes = [...chain.querySelectorAll("g.node")];
  const edges = [...chain.querySelectorAll(".edge")];
  const stepsOf = (node) => node.dataset.steps.split(" ").filter(Boolean);
  const idOf = (node) => stepsOf(node)[0];

  const point = (node) => {
    const steps = new Set(node ? stepsOf(node) : []);
    chain.classList.toggle("pointing", steps.size > 0);
    for (const edge of edges) edge.classList.toggle("on", steps.has(edge.dataset.key));
    for (const other of nodes) {
      const id = idOf(other);
      other.classList.toggle("on", other === node || id === undefined || (steps.has(id) && !other.classList.contains("more")));
    }
  };
  for (const node of nodes) {
    node.addEventListener("mouseenter", () => point(node));
    node.addEventListener("mouseleave", () => point(null));
    node.addEventListener("focusin", () => point(node));
    node.addEventListener("focusout", () => point(null));
  }

  const middle = (node) => {
    const box = node.querySelector("rect").getBBox();
    return { x: box.x, y: box.y + box.height / 2 };
  };
  const nearest = (from, fits) => {
    const at = middle(from);
    const found = nodes.filter((node) => node !== from && fits(middle(node), at));
    const far = (node) => Math.abs(middle(node).y - at.y) + Math.abs(middle(node).x - at.x) * 3;
    return found.sort((a, b) => far(a) - far(b))[0];
  };
  const ways = {
    ArrowRight: (one, at) => one.x > at.x,
    ArrowLeft: (one, at) => one.x < at.x,
    ArrowUp: (one, at) => one.x === at.x && one.y < at.y,
    ArrowDown: (one, at) => one.x === at.x && one.y > at.y,
  };
  chain.addEventListener("keydown", (event) => {
    const from = document.activeElement.closest("g.node");
    const to = from && ways[event.key] && nearest(from, ways[event.key]);
    if (!to) return;
    event.preventDefault();
    to.querySelector("a").focus();
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
for (const place of document.querySelectorAll(".link-to-quote")) {
  // A letter quotes "1068/QĐ-TTg" as it is written; browsers read it so.
  place.textContent = location.origin + decodeURI(place.textContent).replaceAll(" ", "%20");
}
