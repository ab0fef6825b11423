/* What a proof can do beyond being read: go from figure to figure, in the text and in the cards at once. */
"use strict";

// What the scripts of a page that adds to a proof may use.
const proof = {};

document.addEventListener("DOMContentLoaded", () => {
  const byId = (id) => document.getElementById(id);
  const pane = byId("figures");
  let cards = [];
  const marksOf = (card) => document.querySelectorAll(`.marked a[data-number="${card.dataset.number}"]`);
  const isBeside = () => getComputedStyle(pane).position === "sticky";
  let current = null;

  // Once, and again whenever cards have been drawn anew.
  function refresh() {
    cards = [...pane.querySelectorAll(":scope > article")];
    for (const drawing of pane.querySelectorAll("article > svg")) drawing.setAttribute("aria-hidden", "true");
    if (current && !current.isConnected) current = byId(current.id);
  }

  function visit(card) {
    for (const old of current ? [current, ...marksOf(current)] : []) old.removeAttribute("aria-current");
    current = card;
    const marks = marksOf(card);
    for (const one of [card, ...marks]) one.setAttribute("aria-current", "true");
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
    if (!isBeside()) {
      card.scrollIntoView({ behavior: "instant" });
      return;
    }
    marks[0]?.scrollIntoView({ behavior: "instant", block: "center" });
    const top = Math.max(pane.getBoundingClientRect().top, 0);  // beside a short text the pane begins above the window
    pane.scrollTop += card.getBoundingClientRect().top - top - 12;
  }

  // To the next card that `wanted` accepts, from the one that was visited or where the reader is in the text.
  function step(by, wanted = () => true) {
    let at = cards.indexOf(current);
    if (at < 0) {
      at = cards.findIndex((card) => marksOf(card)[0]?.getBoundingClientRect().bottom > 0);
      at = (at < 0 ? cards.length : at) - (by > 0 ? 1 : 0);
    }
    do at += by; while (cards[at] && !wanted(cards[at]));
    if (cards[at]) visit(cards[at]);
  }

  function follow() {
    const card = cards.find((one) => one.id === location.hash.slice(1));
    if (card) visit(card);
  }

  // Beside each other, a mark and its card are visited together; below each other, links lead there and back.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#f"], a[href^="#m"]');
    const card = link && byId(`f${link.hash.slice(2)}`);
    if (!card || !cards.includes(card) || (link.hash[1] === "m" && !isBeside())) return;
    event.preventDefault();
    history.replaceState(null, "", `#${card.id}`);
    visit(card);
  });
  addEventListener("hashchange", follow);

  Object.assign(proof, { refresh, visit, step, current: () => current });
  const differs = (card) => ["differs", "newer"].includes(card.dataset.status);
  Object.assign(page.keys, {
    j: () => step(1), k: () => step(-1), n: () => step(1, differs), p: () => step(-1, differs),
  });
  refresh();
  follow();
});
