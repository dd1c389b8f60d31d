// Sends files one after the other and shows each one's way; a plain form without it.
// A file that the service reads behind the page does not keep the next one waiting.
"use strict";

const form = document.getElementById("upload");
const input = document.getElementById("file");
const list = document.getElementById("uploads");
const words = list.dataset;
const MOST_UNANSWERED = 60;
const waiting = [];
let busy = false;
let unfinished = 0;

function lineOf(file) {
  const line = document.createElement("li");
  line.innerHTML = '<span class="name"></span><span class="state"></span><progress></progress>';
  line.querySelector(".name").textContent = file.name;
  line.querySelector("progress").setAttribute("aria-label", file.name);
  list.append(line);
  list.hidden = false;
  const state = line.querySelector(".state");
  state.textContent = words.waiting;
  return { file, line, state, bar: line.querySelector("progress") };
}

function add(files) {
  for (const file of files) waiting.push(lineOf(file));
  next();
}

async function next() {
  if (busy || waiting.length === 0) return;
  busy = true;
  const one = waiting.shift();
  try {
    await send(one);
  } finally {
    busy = false;
    next();
  }
}

function send(one) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("file", one.file);
    request.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      one.bar.max = event.total;
      one.bar.value = event.loaded;
      one.state.textContent = `${words.sending} ${Math.round((100 * event.loaded) / event.total)}%`;
    });
    request.upload.addEventListener("load", () => {
      one.bar.removeAttribute("value");
      startClock(one);
    });
    request.addEventListener("loadend", () => {
      if (request.status === 202) done();
      finish(one, request).finally(() => {
        clearInterval(one.clock);
        unfinished -= 1;
        done();
      });
    });
    unfinished += 1;
    request.open("POST", "/v1/documents");
    request.responseType = "json";
    request.send(body);
  });
}

function startClock(one) {
  const begun = Date.now();
  one.stage = words.reading;
  const tick = () => {
    const seconds = Math.round((Date.now() - begun) / 1000);
    one.state.textContent = `${one.stage}… ${seconds} ${words.seconds}`;
  };
  tick();
  one.clock = setInterval(tick, 1000);
}

async function finish(one, request) {
  const told = request.response;
  if (request.status === 202 && told && told.id) return follow(one, told);
  if (request.status === 200 && told && told.id) return succeed(one, told);
  const english = document.documentElement.lang === "en";
  fail(one, told ? (english ? told.detail_en : told.detail) : words.offline);
  if (request.status === 401) one.line.querySelector(".why").append(" ", linkTo("/sign-in", words.signin));
}

function linkTo(address, text) {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = text;
  return link;
}

// A long reading goes on behind the page; ask how far it is until it ends.
async function follow(one, job) {
  let unanswered = 0;
  if (!one.clock) startClock(one);
  while (job.state === "waiting" || job.state === "running") {
    one.stage = job.state === "waiting" ? words.queued : words.reading;
    if (job.page_count) showPages(one, job);
    await new Promise((wake) => setTimeout(wake, 700));
    const now = await ask(`/v1/jobs/${job.id}`);
    unanswered = now ? 0 : unanswered + 1;
    if (unanswered > MOST_UNANSWERED) return fail(one, words.offline);
    job = now || job;
  }
  if (job.state !== "done") return fail(one, reasonOf(job));
  const result = await ask(`/v1/documents/${job.document_id}`);
  return result ? succeed(one, result) : fail(one, words.offline);
}

function showPages(one, job) {
  one.stage = words.pages.replace("{n}", job.pages_read).replace("{all}", job.page_count);
  one.bar.max = job.page_count;
  one.bar.value = job.pages_read;
}

async function ask(path) {
  try {
    const answer = await fetch(path);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function reasonOf(job) {
  const known = JSON.parse(words.reasons);
  const english = document.documentElement.lang === "en";
  return (!english && known[job.code]) || job.message || known[job.code] || job.state;
}

// Only ends are spoken: seconds that tick would drown everything else.
function tell(one, words) {
  document.getElementById("told").textContent = `${one.file.name}: ${words}`;
}

function succeed(one, result) {
  tell(one, words.done);
  one.bar.remove();
  const link = linkTo(`/documents/${result.id}`, words.open);
  const head = result.header || {};
  const name = [head.type, head.code].filter(Boolean).map((fact) => fact.value).join(" ");
  one.line.querySelector(".name").append(name ? ` – ${name}` : "");
  one.state.textContent = `${words.done}. `;
  one.state.append(link);
  const unsure = unsureIn(result);
  if (unsure) {
    const tag = document.createElement("span");
    tag.className = "tag doubt";
    tag.textContent = words.unsure.replace("{n}", unsure);
    one.state.append(" ", tag);
  }
}

function unsureIn(result) {
  const facts = Object.values(result.header || {});
  for (const key of ["signatures", "citations", "targets", "results", "assignments"]) {
    facts.push(...(result[key] || []));
  }
  return facts.filter((fact) => fact && fact.confidence < Number(words.doubtful)).length;
}

function fail(one, why) {
  tell(one, `${words.failed}. ${why}`);
  one.bar.hidden = true;
  one.state.innerHTML = "";
  const tag = document.createElement("span");
  tag.className = "tag bad";
  tag.textContent = words.failed;
  const again = document.createElement("button");
  again.type = "button";
  again.textContent = words.again;
  again.addEventListener("click", () => {
    one.line.remove();
    add([one.file]);
  });
  one.state.append(tag, " ", again);
  const reason = document.createElement("p");
  reason.className = "why";
  reason.textContent = why;
  one.line.append(reason);
}

// The browser says "Choose Files" in its own language; the page says it in the reader's.
const picked = document.getElementById("picked");
function tellPicked() {
  const names = [...input.files].map((file) => file.name);
  picked.textContent = names.join(", ") || picked.dataset.none;
}
input.classList.add("unseen");
form.querySelector(".picker").hidden = false;
input.addEventListener("change", tellPicked);
tellPicked();

form.addEventListener("submit", (event) => {
  event.preventDefault();
  add(input.files);
  form.reset();
  tellPicked();
});
const drop = form.querySelector(".drop");
drop.addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("over");
});
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  add(event.dataTransfer.files);
});
window.addEventListener("beforeunload", (event) => {
  if (unfinished > 0) event.preventDefault();
});
