// What every page needs: a form is sent once, and a moment without answer is told.
"use strict";

for (const form of document.querySelectorAll("form[method=post]:not(#upload)")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

const facets = document.querySelector("details.facets");
if (facets && matchMedia("(max-width: 62rem)").matches) facets.open = false;
