/* Deciding: a form for each finding. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const byId = (id) => document.getElementById(id);
  const { data, ask } = desk;
  const chosen = new Set(), drafts = desk.kept("drafts") || [];
  const subjects = new WeakMap();  // of each form the findings that it decides

  // ---- the server

  // The answer to a decision or its undoing: every finding that it concerns, and the page as a whole, say so.
  function take(answer) {
    Object.assign(data, { version: answer.version, steps: answer.steps });
    for (const [id, [status, fails]] of Object.entries(answer.states)) {
      report.mark(id, status, fails);
      choose(id, false);
    }
    document.querySelector("h1").textContent = answer.headline;
    tell();
  }

  // ---- forms

  function form(ids) {
    const made = byId("decide-form").content.firstElementChild.cloneNode(true);
    const offered = ids.length === 1 ? data.findings[ids[0]].claims.map(claimChoice) : shared(ids).map(sourceChoice);
    made.querySelector(".wrong").append(...offered);
    subjects.set(made, ids);
    made.elements.by.value = stored("by") || "";
    if (!offered.length) made.querySelector("[value=source_wrong]").disabled = true;
    made.addEventListener("change", () => unfold(made));
    made.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) made.requestSubmit();
    });
    made.addEventListener("submit", (event) => {
      event.preventDefault();
      record(made, ids);
    });
    return made;
  }

  function unfold(made) {
    const decision = made.elements.decision.value;
    made.querySelector(".rest").hidden = !decision;
    made.querySelector(".wrong").hidden = decision !== "source_wrong";
  }

  function choice(value, ...words) {
    const label = document.createElement("label"), box = document.createElement("input");
    Object.assign(box, { type: "checkbox", name: "wrong", value });
    label.append(box, " ", ...words);
    return label;
  }

  function words(tag, name, text) {
    const made = document.createElement(tag);
    made.className = name;
    made.textContent = text;
    return made;
  }

  const claimChoice = ([side, id, source, value]) => choice(
    id, words("span", "chip", side), words("b", "", value), ` ${data.sources[source] || source} `, words("code", "", id),
  );
  const sourceChoice = (source) => choice(source, `${data.sources[source] || source}, all that it says here`);

  // The sources that have a part in every one of the findings.
  function shared(ids) {
    const parts = ids.map((id) => new Set(data.findings[id].claims.map((claim) => claim[2])));
    return [...parts[0]].filter((source) => parts.every((part) => part.has(source)));
  }

  async function record(made, ids) {
    const fields = new FormData(made);
    const told = made.querySelector(".refused"), decision = fields.get("decision");
    const wrong = decision === "source_wrong" ? fields.getAll("wrong") : [];
    told.hidden = true;
    if (decision === "source_wrong" && !wrong.length) {
      Object.assign(told, { textContent: "Say what is wrong.", hidden: false });
      return;
    }
    stored("by", fields.get("by"));
    const button = made.querySelector("[type=submit]");
    button.disabled = true;
    const answer = await ask("decide", {
      version: data.version, findings: ids.map((id) => data.findings[id].shown), decision, wrong,
      reason: fields.get("reason"), by: fields.get("by"), expires: fields.get("expires") || null,
    });
    button.disabled = false;
    if (answer.refused) {
      Object.assign(told, { textContent: answer.refused, hidden: false });
      return;
    }
    take(answer);
    const done = byId("recorded").content.firstElementChild.cloneNode(true);
    done.querySelector("pre").textContent = answer.written;
    done.querySelector(".undo").addEventListener("click", undo);
    done.querySelector(".next").addEventListener("click", () => {
      byId("together").close();
      step(1);
    });
    made.replaceWith(done);
    done.querySelector(".next").focus({ preventScroll: true });
    done.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  async function undo() {
    const answer = await ask("undo", { version: data.version });
    if (answer.refused) return;
    take(answer);
    byId("together").close();
    for (const id of Object.keys(answer.states)) {
      const card = byId(id);
      if (card) fold(card);
      if (card && waits(card.dataset)) open(card);
    }
    report.visit(Object.keys(answer.states)[0]);
  }

  // ---- cards: what waits has its form at once, the rest a button

  function place(card) {
    let made = card.querySelector(":scope > .resolve");
    if (!made) {
      made = words("div", "resolve", "");
      card.append(made);
    }
    return made;
  }

  function open(card) {
    place(card).replaceChildren(form([card.id]));
  }

  function fold(card) {
    const button = words("button", "change", card.querySelector(".decision") ? "Decide again" : "Decide");
    button.type = "button";
    button.addEventListener("click", () => {
      open(card);
      card.querySelector("[name=decision]").focus();
    });
    place(card).replaceChildren(button);
  }

  function prepare(card) {
    if (!data.findings[card.id]) return;
    const draft = drafts.find((one) => one.single && one.ids[0] === card.id);
    if (!waits(card.dataset)) fold(card);
    if (waits(card.dataset) || draft) open(card);
    if (draft) fill(card.querySelector(".decide"), draft.entries);
    if (!waits(card.dataset)) return;
    const box = choice("", "select");
    box.className = "choose";
    box.firstChild.removeAttribute("name");
    box.firstChild.checked = chosen.has(card.id);
    box.firstChild.setAttribute("aria-label", `Select ${card.id}, to decide it together with others`);
    box.addEventListener("change", () => choose(card.id, box.firstChild.checked));
    card.firstElementChild.prepend(box);
  }

  function choose(id, wanted) {
    if (wanted) chosen.add(id);
    else chosen.delete(id);
    const box = byId(id)?.querySelector(".choose");
    if (box) {
      box.firstChild.checked = wanted;
      box.hidden = !waits(byId(id).dataset);
    }
    tell();
  }

  // ---- the bar

  const waiting = () => report.entries().filter(waits);

  function tell() {
    const left = waiting().length;
    byId("left").textContent = left ? `${left.toLocaleString("en")} left to decide` : "Nothing is left to decide";
    byId("undo").disabled = !data.steps;
    byId("decide-chosen").disabled = !chosen.size;
    byId("decide-chosen").textContent = chosen.size ? `Decide ${chosen.size.toLocaleString("en")} together` : "Decide together";
    byId("choose-all").textContent = chosen.size ? "Select none" : "Select all shown";
  }

  const step = (by) => report.step(by, waits);

  function together(ids) {
    for (const id of ids) choose(id, true);
    byId("together-title").textContent = `Decide ${ids.length.toLocaleString("en")} with one reason`;
    byId("together-body").replaceChildren(form(ids));
    byId("together").showModal();
  }

  byId("previous").addEventListener("click", () => step(-1));
  byId("next").addEventListener("click", () => step(1));
  byId("undo").addEventListener("click", undo);
  byId("choose-all").addEventListener("click", () => {
    if (chosen.size) for (const id of [...chosen]) choose(id, false);
    else for (const entry of waiting()) if (entry.fits) choose(entry.id, true);
  });
  for (const kind of ["cancel", "submit"]) {
    byId("together").addEventListener(kind, (event) => {
      if (event.target.method === "dialog" || kind === "cancel") byId("together-body").replaceChildren();
    });
  }
  byId("decide-chosen").addEventListener("click", () => together([...chosen]));
  addEventListener("pagehide", keep);
  Object.assign(page.keys, { n: () => step(1), p: () => step(-1) });

  // ---- what was typed outlives a reload

  function keep() {
    const kept = [];
    for (const made of document.querySelectorAll(".decide")) {
      const single = Boolean(made.closest("article"));
      if (made.elements.decision.value) kept.push({ ids: subjects.get(made), single, entries: [...new FormData(made)] });
    }
    desk.keep("drafts", kept);
  }

  function restore() {
    const several = drafts.find((one) => !one.single && one.ids.every((id) => data.findings[id]));
    if (!several) return;
    together(several.ids);
    fill(byId("together").querySelector(".decide"), several.entries);
  }

  function fill(made, entries) {
    for (const [name, value] of entries) {
      const fields = [...made.querySelectorAll(`[name=${name}]`)];
      if (fields[0].matches("[type=radio], [type=checkbox]")) for (const box of fields) box.checked ||= box.value === value;
      else fields[0].value = value;
    }
    unfold(made);
  }

  document.querySelectorAll("article").forEach(prepare);
  document.addEventListener("read", tell);
  document.addEventListener("drawn", (event) => prepare(event.target));
  restore();
  tell();
});
