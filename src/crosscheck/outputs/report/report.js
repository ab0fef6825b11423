/* What the page can do beyond being read. Everything is there without it. */
"use strict";

const THEMES = ["system", "light", "dark"];

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
  const cards = [...document.querySelectorAll("article.finding")];
  const groups = [...document.querySelectorAll("section.group")];
  const tiles = [...document.querySelectorAll(".tile")];
  const search = byId("search");
  const texts = new Map();
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  function textOf(card) {
    if (!texts.has(card)) {
      const parts = [...card.querySelectorAll("[data-search]")].map((part) => part.textContent);
      texts.set(card, plain(parts.join(" \n ")));
    }
    return texts.get(card);
  }

  // ---- which findings are shown; the address says so, so that a view can be sent to somebody

  const chosen = (key) => tiles.filter((t) => t.dataset.key === key && t.getAttribute("aria-pressed") === "true")
    .map((t) => t.dataset.value);

  function apply() {
    const verdicts = chosen("verdict"), statuses = chosen("status");
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const card of cards) {
      const fits = (!verdicts.length || verdicts.includes(card.dataset.verdict))
        && (!statuses.length || statuses.includes(card.dataset.status))
        && words.every((word) => textOf(card).includes(word));
      card.hidden = !fits;
      shown += fits;
    }
    const filtered = verdicts.length + statuses.length + words.length > 0;
    for (const group of groups) {
      const left = group.querySelectorAll("article.finding:not([hidden])").length;
      group.hidden = !left;
      const fold = group.querySelector(":scope > details");
      if (fold && filtered) fold.open = left > 0;
    }
    byId("showing").textContent = filtered
      ? `${shown.toLocaleString("en")} of ${cards.length.toLocaleString("en")} findings`
      : `${cards.length.toLocaleString("en")} ${cards.length === 1 ? "finding" : "findings"}`;
    byId("clear").hidden = !filtered;
    byId("nothing").hidden = !filtered || shown > 0;
  }

  function remember() {
    const state = new URLSearchParams();
    for (const key of ["verdict", "status"]) if (chosen(key).length) state.set(key, chosen(key).join(","));
    if (search.value.trim()) state.set("q", search.value.trim());
    history.replaceState(null, "", `#${state}`);
  }

  function set(verdicts, statuses, query) {
    for (const tile of tiles) {
      const wanted = tile.dataset.key === "verdict" ? verdicts : statuses;
      tile.setAttribute("aria-pressed", String(wanted.includes(tile.dataset.value)));
    }
    search.value = query;
    apply();
  }

  function clear() {
    set([], [], "");
    remember();
  }

  function visit(card) {
    for (let fold = card.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ behavior: "instant" });
  }

  function follow() {
    const hash = decodeURIComponent(location.hash.slice(1));
    const card = cards.find((one) => one.id === hash);
    if (card) {
      if (card.hidden) set([], [], "");
      visit(card);
    } else if (/^(verdict|status|q)=/.test(hash)) {
      const state = new URLSearchParams(location.hash.slice(1));
      const list = (key) => (state.get(key) || "").split(",").filter(Boolean);
      set(list("verdict"), list("status"), state.get("q") || "");
    }
  }

  for (const tile of tiles) {
    tile.disabled = false;
    tile.addEventListener("click", () => {
      tile.setAttribute("aria-pressed", String(tile.getAttribute("aria-pressed") !== "true"));
      apply();
      remember();
    });
  }
  let pause = 0;
  search.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => { apply(); remember(); }, 80);
  });
  byId("clear").addEventListener("click", () => { clear(); search.focus(); });
  byId("clear-too").addEventListener("click", clear);
  addEventListener("hashchange", follow);

  // ---- buttons

  function showTheme(theme) {
    byId("theme").textContent = `Colours: ${theme}`;
    byId("theme").removeAttribute("aria-label");
  }
  byId("theme").addEventListener("click", () => {
    const now = document.documentElement.dataset.theme || "system";
    const next = THEMES[(THEMES.indexOf(now) + 1) % THEMES.length];
    paint(next);
    showTheme(next);
    stored("theme", next);
  });
  showTheme(document.documentElement.dataset.theme || "system");

  for (const button of document.querySelectorAll(".copy")) {
    button.addEventListener("click", async () => {
      const code = button.parentElement.querySelector("code");
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(code);
        button.textContent = document.execCommand("copy") ? "Copied" : "Selected";
      }
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
  }

  // ---- keys: single letters can be switched off, for people whose speech or switches would press them

  const help = byId("help"), keys = byId("keys");
  keys.checked = stored("keys") !== "off";
  keys.addEventListener("change", () => stored("keys", keys.checked ? "on" : "off"));
  byId("help-button").addEventListener("click", () => help.showModal());

  function step(by) {
    const seen = cards.filter((card) => !card.hidden);
    const at = seen.findIndex((card) => card.contains(document.activeElement));
    let next = at + by;
    if (at < 0) {
      // From where the reader has scrolled to.
      const below = seen.findIndex((card) => card.getBoundingClientRect().bottom > 100);
      next = below < 0 ? seen.length - 1 : by > 0 ? below : below - 1;
    }
    if (seen[next]) visit(seen[next]);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.key === "Escape") {
      if (document.activeElement === search) search.blur();
      else if (!byId("clear").hidden) clear();
      return;
    }
    if (!keys.checked || event.target.closest("input, textarea, select")) return;
    const act = { j: () => step(1), k: () => step(-1), "/": () => search.focus(), "?": () => help.showModal() }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });

  // ---- paper shows what is folded away

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const fold of folded) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
  });

  for (const part of document.querySelectorAll("[data-js]")) part.hidden = false;
  apply();
  follow();
});
