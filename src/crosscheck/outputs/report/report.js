/* What the report can do beyond being read. Everything is there without it. */
"use strict";

// What other scripts of the page may use; filled once the page is there.
const report = {};

const FIRST = 20, MORE = 100;  // cards drawn at once of what the page holds as data
const SLICE = 12;  // ms of work at a time, so that the page goes on answering
const ARTICLE = /^<article id="?([\w-]+)"? data-verdict="?(\w+)"?(?: data-status="?(\w+)"?)?(?: data-change="?(\w+)"?)?(?: data-sources="?([\d,]+)"?)?/;
const CONFLICTS = ["contradiction", "tension"], WAITING = ["new", "reopened"];
const waits = (finding) => WAITING.includes(finding.status) && CONFLICTS.includes(finding.verdict);

document.addEventListener("DOMContentLoaded", () => {
  const byId = (id) => document.getElementById(id);
  const groups = [...document.querySelectorAll("section.group")];
  const tiles = [...document.querySelectorAll(".tile")];
  const keysOfTiles = [...new Set(tiles.map((tile) => tile.dataset.key))];
  const search = byId("search"), source = byId("source");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  // ---- findings: what filters and search see of each; those that the page holds as data are drawn when wanted

  const ENTITIES = { amp: "&", lt: "<", gt: ">", "#34": '"', "#39": "'" };
  const entryOfCard = (card, group) => {
    const { verdict, status = "", change = "", sources = "" } = card.dataset;
    return { id: card.id, verdict, status, change, sources: sources.split(","), group, card, written: true, fits: true, text: null };
  };
  const entryOfData = (html, group) => {
    const [, id, verdict, status = "", change = "", sources = ""] = html.match(ARTICLE);
    return { id, verdict, status, change, sources: sources.split(","), group, html, card: null, written: false, fits: true, text: null };
  };
  const lists = new Map(groups.map((group) => [
    group.id, [...group.querySelectorAll("article")].map((card) => entryOfCard(card, group.id)),
  ]));
  const written = [...lists.values()].flat();
  const all = () => [...lists.values()].flat();  // those of each group together, also while they come in
  const entryOf = new Map(written.map((entry) => [entry.id, entry]));
  const further = new Map([...document.querySelectorAll(".drawn")].map((place) => [
    place.dataset.group, { place, button: place.nextElementSibling, wanted: 0, single: new Set() },
  ]));

  // The words of a card, without those of its drawing, and those of the table of sources for a source that it names.
  const introduced = new Map();
  function introduction(anchor) {
    if (!introduced.has(anchor)) introduced.set(anchor, plain(byId(anchor).cells[0].textContent));
    return introduced.get(anchor);
  }
  function textOf(entry) {
    if (entry.text === null) {
      const html = (entry.html || entry.card.outerHTML).replace(/<div class="resolve.*/s, "");
      const words = html.replace(/<svg.*<\/svg><p>[^<]*/s, "").replace(/<\/?(?:b|bdi)>/g, "").replace(/<[^>]*>/g, " ")
        .replace(/&(amp|lt|gt|#34|#39);/g, (_, name) => ENTITIES[name]).replace(/\s+/g, " ");
      const named = html.matchAll(/ href="?#(s\d+)/g);
      entry.text = [plain(words), ...[...named].map(([, anchor]) => introduction(anchor))].join(" \n ");
    }
    return entry.text;
  }

  // What is done once the page is there, a little at a time: what comes in is filtered as all the rest.
  async function settle() {
    await inSlices(written, (entry) => { textOf(entry); furnish(entry.card); });
    for (const part of document.querySelectorAll("script[data-group]")) {
      const { group } = part.dataset, cards = await unpacked(part.textContent);
      part.remove();
      await inSlices(cards, (html) => {
        const entry = entryOfData(html, group);
        lists.get(group).push(entry);
        entryOf.set(entry.id, entry);
        entry.fits = textOf(entry) && wanted(entry);
      });
      count();
    }
    settled = true;
    count();
    arrange();
    if (!written.includes(entryOf.get(location.hash.slice(1)))) follow();  // the others were there at once
    document.dispatchEvent(new Event("read"));
  }

  async function unpacked(base64) {
    const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return (await new Response(stream).text()).split(/(?<=<\/article>)/);
  }

  async function inSlices(things, act) {
    let stop = performance.now() + SLICE;
    for (const thing of things) {
      if (performance.now() > stop) {
        await new Promise((go) => { setTimeout(go); });
        stop = performance.now() + SLICE;
      }
      act(thing);
    }
  }

  function drawn(entry) {
    if (!entry.card) {
      const made = document.createElement("template");
      made.innerHTML = entry.html;  // written by the template of all cards, in which every text of a source is escaped
      entry.card = document.importNode(made.content.firstElementChild, true);
      furnish(entry.card);
      entry.fresh = true;
    }
    return entry.card;
  }

  // Of each group's data as many cards as are wanted, and those that somebody asked for by name.
  function arrange() {
    for (const [id, group] of further) {
      const fitting = lists.get(id).filter((entry) => entry.fits && !entry.written);
      const shown = fitting.filter((entry, at) => at < group.wanted || group.single.has(entry));
      group.place.replaceChildren(...shown.map(drawn));
      for (const entry of shown.filter((one) => one.fresh)) {
        entry.fresh = false;
        entry.card.dispatchEvent(new CustomEvent("drawn", { bubbles: true }));
      }
      const left = fitting.length - shown.length;
      group.button.hidden = !left;
      const next = told(Math.min(MORE, left)), total = told(left);
      group.button.firstChild.textContent = _(`Show ${next} of ${total} more`);
    }
  }

  addEventListener("beforeprint", () => {
    const fitting = all().filter((entry) => entry.fits);
    const left = fitting.filter((entry) => !entry.card?.isConnected).length;
    const missing = told(left), total = told(fitting.length);
    const which = _("Show more of them on the page before you print it, or see all with crosscheck check.");
    const said = left ? `${_(`Left out here are ${missing} of ${total} findings.`)} ${which}` : "";
    if (byId("left-out")) byId("left-out").textContent = said;
  });

  for (const group of further.values()) {
    group.button.addEventListener("click", () => { group.wanted += MORE; arrange(); });
  }

  // ---- which findings are shown; the address says so, so that a view can be sent to somebody

  const chosen = (key) => tiles.filter((t) => t.dataset.key === key && t.getAttribute("aria-pressed") === "true")
    .map((t) => t.dataset.value);
  const told = (number) => number.toLocaleString(_("en"));
  // The number by which cards, and what else the page has of each source, name the chosen one; "" for all of them.
  const sourceChosen = () => source?.selectedOptions[0]?.dataset.number || "";
  let filters = [], words = [], from = "", later = 0, settled = false;

  const wanted = (entry) => filters.every(([key, values]) => values.includes(entry[key]))
    && (!from || entry.sources.includes(from))
    && words.every((word) => textOf(entry).includes(word));
  const filtered = () => filters.length + words.length > 0 || from !== "";

  function apply() {
    filters = keysOfTiles.map((key) => [key, chosen(key)]).filter(([, values]) => values.length);
    words = plain(search.value).split(/\s+/).filter(Boolean);
    if (from !== sourceChosen()) {
      from = sourceChosen();
      narrow();
    }
    for (const entry of all()) {
      const fits = wanted(entry);
      if (fits !== entry.fits && entry.card) entry.card.hidden = !fits;
      entry.fits = fits;
    }
    for (const group of further.values()) Object.assign(group, { wanted: filtered() ? FIRST : 0, single: new Set() });
    clearTimeout(later);
    later = setTimeout(arrange);  // apart, so that neither holds the page up for long
    count();
  }

  // What the page has of each source beside the findings: of the matrix its row, and columns in which that has something.
  function narrow() {
    for (const part of document.querySelectorAll("[data-source]")) part.hidden = from && part.dataset.source !== from;
    const fold = document.querySelector(".matrix-fold"), row = fold?.querySelector(`tr[data-source="${from}"]`);
    if (fold) fold.hidden = from && !row;
    for (const { cells } of fold?.querySelectorAll("tr") || []) {
      [...cells].forEach((cell, at) => { cell.hidden = at > 0 && row?.cells[at].firstChild.className === "zero"; });
    }
  }

  function count() {
    const left = {};
    const entries = all();
    let shown = 0;
    for (const entry of entries) {
      if (!entry.fits) continue;
      shown += 1;
      left[entry.group] = (left[entry.group] || 0) + 1;
    }
    for (const group of groups) {
      group.hidden = !left[group.id] && (filtered() || settled);
      const fold = group.querySelector(":scope > details");
      if (fold && filtered()) fold.open = Boolean(left[group.id]);
    }
    const n = told(entries.length), total = entries.length === 1 ? _(`${n} finding`) : _(`${n} findings`);
    const some = told(shown);
    byId("showing").textContent = (filtered() ? _(`${some} of ${total}`) : total) + (settled ? "" : " …");
    byId("clear").hidden = !filtered();
    byId("nothing").hidden = !filtered() || shown > 0;
  }

  function remember() {
    const state = new URLSearchParams();
    for (const key of keysOfTiles) if (chosen(key).length) state.set(key, chosen(key).join(","));
    if (source?.value) state.set("source", source.value);
    if (search.value.trim()) state.set("q", search.value.trim());
    history.replaceState(null, "", `#${state}`);
  }

  function set(state) {
    for (const tile of tiles) {
      const wanted = (state.get(tile.dataset.key) || "").split(",");
      tile.setAttribute("aria-pressed", String(wanted.includes(tile.dataset.value)));
    }
    search.value = state.get("q") || "";
    if (source) source.value = state.get("source") || "";
    if (source?.selectedIndex < 0) source.value = "";
    apply();
  }

  function clear() {
    set(new URLSearchParams());
    remember();
  }

  function visit(entry) {
    if (!entry.card?.isConnected) {
      further.get(entry.group).single.add(entry);
      arrange();
    }
    const card = entry.card;
    card.tabIndex = -1;
    for (let fold = card.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ behavior: "instant" });
  }

  function follow() {
    const hash = location.hash.slice(1);
    const entry = entryOf.get(hash);
    if (entry) {
      if (!entry.fits) set(new URLSearchParams());
      visit(entry);
    } else if (/^\w+=/.test(hash)) {
      set(new URLSearchParams(hash));
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
  source?.addEventListener("change", () => { apply(); remember(); });
  byId("clear").addEventListener("click", () => { clear(); search.focus(); });
  byId("clear-too").addEventListener("click", clear);
  addEventListener("hashchange", follow);

  // A finding was decided, or a decision taken back. It stays where it is until the page is loaded again.
  function mark(id, status, fails) {
    const entry = entryOf.get(id);
    for (const [value, step] of [[entry.status, -1], [status, 1]]) {
      const tile = tiles.find((one) => one.dataset.key === "status" && one.dataset.value === value);
      const number = tile.querySelector(".count");
      number.dataset.count = Number(number.dataset.count) + step;
      number.textContent = told(Number(number.dataset.count));
      tile.classList.toggle("none", number.dataset.count === "0");
    }
    entry.status = status;
    drawn(entry).dataset.status = status;
    const despite = fails === waits(entry) ? "" : fails ? _(", fails the check") : _(", does not fail");
    const name = tiles.find((one) => one.dataset.key === "status" && one.dataset.value === status);
    entry.card.querySelector("i").textContent = name.querySelector(".label").textContent + despite;
  }

  // What each card can have only here: a command to copy, and the links of the table of sources.
  function furnish(card) {
    for (const name of card.querySelectorAll('a[href^="#s"]')) {
      const link = byId(name.hash.slice(1)).querySelector("a");
      if (link) name.href = link.href;
    }
    card.querySelector(":scope > svg")?.setAttribute("aria-hidden", "true");
    if (byId("review") || !waits(card.dataset)) return;
    const place = document.createElement("div"), code = document.createElement("code"), button = document.createElement("button");
    place.className = "resolve command";
    code.textContent = `crosscheck resolve ${card.id} --decision … --reason "…" --by "…"`;
    Object.assign(button, { type: "button", className: "copy", textContent: _("Copy") });
    place.append(code, " ", button);
    card.append(place);
  }

  // To the next finding that is shown and that `wanted` accepts, from the one with the focus or where the reader is.
  function step(by, wanted = () => true) {
    const seen = all().filter((entry) => entry.fits);
    let at = seen.findIndex((entry) => entry.card?.contains(document.activeElement));
    if (at < 0) {
      at = seen.findIndex((entry) => entry.card?.isConnected && entry.card.getBoundingClientRect().bottom > 100);
      at = (at < 0 ? seen.length : at) - (by > 0 ? 1 : 0);
    }
    do at += by; while (seen[at] && !wanted(seen[at]));
    if (seen[at]) visit(seen[at]);
  }

  Object.assign(page.keys, { j: () => step(1), k: () => step(-1), "/": () => search.focus() });
  page.escape = () => {
    if (document.activeElement === search) search.blur();
    else if (!byId("clear").hidden) clear();
  };
  Object.assign(report, { entries: all, visit: (id) => visit(entryOf.get(id)), step, mark });
  apply();
  follow();
  setTimeout(settle);
});
