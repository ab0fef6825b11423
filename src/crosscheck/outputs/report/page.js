/* What every page can do beyond being read: colours, keys, copying; paper shows what is folded away. */
"use strict";

// What the scripts of a page add: what single keys do, and what Escape does.
const page = { keys: {}, escape: () => {} };

const THEMES = { system: _("Colours: system"), light: _("Colours: light"), dark: _("Colours: dark") };

// A page that was opened from disk may be refused a store; then a choice lasts as long as the page.
function stored(name, value) {
  try {
    if (value === undefined) return localStorage.getItem(`crosscheck.${name}`);
    localStorage.setItem(`crosscheck.${name}`, value);
  } catch { /* no store */ }
  return null;
}

function paint(theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

// Before anything is drawn, so that nothing flashes.
paint(stored("theme") || "system");

document.addEventListener("DOMContentLoaded", () => {
  const byId = (id) => document.getElementById(id);

  // ---- buttons

  function showTheme(theme) {
    byId("theme").textContent = THEMES[theme];
    byId("theme").removeAttribute("aria-label");
  }
  byId("theme").addEventListener("click", () => {
    const now = document.documentElement.dataset.theme || "system";
    const names = Object.keys(THEMES), next = names[(names.indexOf(now) + 1) % names.length];
    paint(next);
    showTheme(next);
    stored("theme", next);
  });
  showTheme(document.documentElement.dataset.theme || "system");

  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".copy");
    if (!button) return;
    const code = button.parentElement.querySelector("code");
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = _("Copied");
    } catch {
      getSelection().selectAllChildren(code);
      button.textContent = document.execCommand("copy") ? _("Copied") : _("Selected");
    }
    setTimeout(() => { button.textContent = _("Copy"); }, 2000);
  });

  // ---- keys: single letters can be switched off, for people whose speech or switches would press them

  const help = byId("help"), keys = byId("keys");
  keys.checked = stored("keys") !== "off";
  keys.addEventListener("change", () => stored("keys", keys.checked ? "on" : "off"));
  byId("help-button").addEventListener("click", () => help.showModal());

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") {
      page.escape();
      return;
    }
    if (!keys.checked || event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select")) return;
    if (event.key === "Enter" && event.target.closest("a, button, summary, input")) return;
    const act = page.keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });

  // ---- paper shows what is folded away

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open], .aside, .text)")];
    for (const fold of folded) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
  });

  page.keys["?"] = () => help.showModal();
  for (const part of document.querySelectorAll("[data-js]")) part.hidden = false;
});
