/* Accepting: what a person says to a figure goes to the server, one thing after the other, and its card is drawn anew. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const byId = (id) => document.getElementById(id);
  const { data, ask } = desk;
  const cards = () => [...document.querySelectorAll("#figures > article")];
  const waits = (card) => card.querySelector(":scope > .offer, :scope > .act")?.dataset.accept === "no";
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) formOf(target);
  }, { rootMargin: "50%" });

  // The form of a card, which is drawn as soon as somebody sees it or acts on it.
  function formOf(card) {
    const folded = card.querySelector(":scope > .offer");
    folded?.replaceWith(folded.content);
    seen.unobserve(card);
    return card.querySelector(":scope > .act");
  }

  let last = Promise.resolve();  // the next thing is said once the server has answered to the one before

  function tell() {
    const left = cards().filter(waits).length;
    byId("left").textContent = left ? `${left.toLocaleString("en")} left to decide` : "Nothing is left to decide";
    byId("undo").disabled = !data.steps;
  }

  // ---- the answer: what looks otherwise now is drawn anew

  function fragment(html) {
    const made = document.createElement("template");
    made.innerHTML = html;
    return made.content;
  }

  function take(answer) {
    Object.assign(data, { version: answer.version, steps: answer.steps });
    const { headline, lede, glance, marks, cards: drawn } = answer.parts;
    if (headline !== undefined) document.querySelector("h1").textContent = headline;
    if (lede !== undefined) byId("lede").replaceChildren(fragment(lede));
    if (glance !== undefined) byId("at-a-glance").replaceChildren(fragment(glance));
    for (const [number, { sup, ...looks }] of Object.entries(marks)) {
      for (const mark of document.querySelectorAll(`.marked a[data-number="${number}"]`)) {
        Object.assign(mark.dataset, looks);
        mark.querySelector("sup")?.replaceWith(fragment(sup));
      }
    }
    for (const [number, html] of Object.entries(drawn)) draw(byId(`f${number}`), fragment(html).firstElementChild);
    proof.refresh();
    tell();
  }

  // Whoever is at a card stays at it, with what they are typing.
  function draw(card, now) {
    const held = card.contains(document.activeElement) && document.activeElement, made = card.querySelector(".edit");
    card.replaceWith(now);
    seen.observe(now);
    if (card.hasAttribute("aria-current")) now.setAttribute("aria-current", "true");
    if (made) formOf(now)?.after(made);
    if (!held) return;
    now.tabIndex = -1;
    (made?.contains(held) ? held : now).focus({ preventScroll: true });
  }

  // One thing after the other; a person may go on meanwhile, and is taken back only if they have not.
  function send(path, body, card) {
    last = last.then(async () => {
      const slow = setTimeout(() => { byId("left").textContent = "Writing…"; }, 300);
      const answer = await ask(path, { version: data.version, ...body });
      clearTimeout(slow);
      tell();
      if (answer.refused) {
        if (card) refuse(byId(card.id), answer.refused);
        return;
      }
      if (!answer.parts) {  // figures have other numbers now
        history.replaceState(null, "", `#f${answer.figure}`);
        location.reload();
        return;
      }
      if (body.written) byId(card.id).querySelector(".edit")?.remove();
      const isHere = !card || (proof.current()?.id === card.id && !document.activeElement.closest(".edit"));
      take(answer);
      const now = byId(`f${answer.figure}`);
      if (answer.written) record(now, answer.written);
      if (isHere) proof.visit(now);
    });
  }

  function record(card, written) {
    const done = byId("recorded").content.firstElementChild.cloneNode(true);
    done.querySelector("h4").textContent = `Written to ${data.file}`;
    done.querySelector("pre").textContent = written;
    formOf(card)?.append(done);
  }

  const say = (card, body) => send("decide", { figure: Number(card.dataset.number), ...body }, card);
  const undo = () => { if (data.steps) send("undo", {}); };

  function refuse(card, why) {
    const told = card.querySelector(".edit .refused") || formOf(card).querySelector(".refused");
    Object.assign(told, { textContent: why, hidden: false });
    if (!document.activeElement.closest(".edit")) proof.visit(card);
  }

  // ---- what a card offers

  function accept(card) {
    const form = formOf(card);
    if (!form) return;
    const chosen = form.elements.choice?.value;
    if (chosen) say(card, { accept: "yes", choice: Number(chosen) });
    else if (form.elements.choice) refuse(card, "Choose an item first (1 to 5), or write one (e).");
    else edit(card);
  }

  function choose(card, number) {
    const box = formOf(card)?.querySelector(`input[value="${number}"]`);
    if (!box) return;
    box.checked = true;
    box.focus();
  }

  function edit(card) {
    const form = formOf(card);
    if (!form || card.querySelector(".edit")) return;
    const chosen = form.querySelector(":checked")?.dataset || {};
    const made = byId("edit-form").content.firstElementChild.cloneNode(true);
    for (const field of made.querySelectorAll("input")) {
      const name = field.name.replace("_", "-").replace(/-(.)/, (_, letter) => letter.toUpperCase());
      field.value = chosen[name] || form.dataset[name] || "";
      const hint = form.dataset[`hint${name[0].toUpperCase()}${name.slice(1)}`];
      if (hint) field.placeholder = hint;
    }
    made.addEventListener("submit", (event) => {
      event.preventDefault();
      say(card, { accept: "yes", written: Object.fromEntries(new FormData(made)) });
    });
    made.querySelector(".cancel").addEventListener("click", close);
    form.after(made);
    made.elements.subject.focus();
    return made;
  }

  function close() {
    const open = proof.current()?.querySelector(".edit") || document.querySelector(".edit");
    const card = open?.closest("article");
    open?.remove();
    if (card) proof.visit(card);
  }

  // ---- where somebody was, and what was typed there, outlives a reload

  const words = (card) => document.querySelector(`.marked a[data-number="${card.dataset.number}"]`)?.firstChild.textContent;

  addEventListener("pagehide", () => {
    const card = proof.current(), made = card?.querySelector(".edit");
    desk.keep("figure", card && { id: card.id, words: words(card), entries: made && [...new FormData(made)] });
  });

  function restore() {
    const { id, words: said, entries } = desk.kept("figure") || {};
    const card = cards().find((one) => one.id === id && words(one) === said);
    if (!card) return;
    proof.visit(card);
    const made = entries && edit(card);
    if (made) for (const [name, value] of entries) made.elements[name].value = value;
  }

  const acts = {
    edit, never: (card) => say(card, { accept: "never" }), no: (card) => say(card, { accept: "no" }),
  };
  byId("figures").addEventListener("submit", (event) => {
    if (!event.target.matches(".act")) return;
    event.preventDefault();
    accept(event.target.closest("article"));
  });
  byId("figures").addEventListener("click", (event) => {
    const button = event.target.closest("[data-act]");
    if (button) acts[button.dataset.act](button.closest("article"));
  });

  byId("previous").addEventListener("click", () => proof.step(-1, waits));
  byId("next").addEventListener("click", () => proof.step(1, waits));
  byId("undo").addEventListener("click", undo);
  const here = (act) => () => { if (proof.current()) act(proof.current()); };
  Object.assign(page.keys, { Enter: here(accept), e: here(edit), x: here((card) => formOf(card) && acts.never(card)), u: undo });
  for (const number of [1, 2, 3, 4, 5]) page.keys[number] = here((card) => choose(card, number));
  page.escape = close;
  for (const card of cards()) seen.observe(card);
  tell();
  restore();
});
