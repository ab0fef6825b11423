/* Cards of the findings that the page holds as data: the same elements that finding.html.j2 writes for the others. */
"use strict";

const drawing = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

  // Children are elements, words, or lists of these; what is false, null or undefined is left out.
  function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== false) element.setAttribute(name, value);
    }
    for (const child of children.flat(Infinity)) {
      if (child !== undefined && child !== null && child !== false && child !== "") element.append(child);
    }
    return element;
  }
  const h = (tag, name, ...children) => fill(document.createElement(tag), typeof name === "string" ? (name ? { class: name } : {}) : name, children);
  const s = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
  const text = (words) => (words && RIGHT_TO_LEFT.test(words) ? h("bdi", "", words) : words);
  const counted = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
  const shortened = (words, most) => (words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`);

  const fact = (name, value) => h("div", "", h("dt", "", text(name)), " ", h("dd", "", text(value)));
  const reading = ({ stated, allowed }) => h("div", "reading", stated && h("dl", "", fact("Read as", stated),
    allowed && fill(fact("At its widest", allowed), { class: "widest" }, [])));

  function source(one) {
    const link = (address, words) => h("a", { href: address }, words);
    return h("p", "source", h("b", "", text(one.label)),
      one.title ? [" ", h("cite", "", one.url ? link(one.url, text(one.title)) : text(one.title))]
        : one.url && [" ", link(one.url, text(shortened(one.url, 60)))],
      one.byline && [" ", h("span", "byline", text(one.byline))],
      one.archived && [" ", fill(link(one.archived, "archived"), { class: "archived" }, [])],
      one.address && [" ", h("span", "address", text(one.address))]);
  }

  function words(c) {
    if (c.follows_from) {
      return h("div", "follows", h("p", "", "Follows from"), h("ul", "", c.follows_from.map(
        ([id, quote]) => h("li", "", quote && [h("q", "", text(quote)), " "], h("code", "", id)))));
    }
    const [before, value, after] = c.quote, [left, right] = c.around || [];
    return h("blockquote", { lang: c.language }, h("p", { dir: "auto" }, left && h("span", "around", left), "“", before,
      value && [h("mark", "", value), after], "”", right && h("span", "around", right)));
  }

  const claim = (c, sources) => h("div", "claim",
    c.item && h("p", "item", text(c.item)),
    c.own && h("p", "own-value", h("b", "", text(c.value)), c.own_reading && [" ", h("span", "quiet", text(c.own_reading))],
      c.elsewhere && [" ", h("span", "mark", "stands on more than one side")]),
    words(c), source(sources[c.source]),
    c.voice && h("p", "voice", `The source ${c.voice[0]}`, c.voice[1] && [" ", h("b", "", text(c.voice[1]))], "."),
    h("dl", "facts", (c.facts || []).map(([name, value]) => fact(name, value)),
      h("div", "", h("dt", "", "Claim"), " ", h("dd", "", h("code", "", c.id), " ", h("code", "place", c.place)))));

  const fold = (summary, ...children) => h("details", "fold", h("summary", "", summary), ...children);

  const side = (one, sources) => h("div", { class: one.denies ? "side denies" : "side", role: "group", "aria-label": `Side ${one.number}` },
    h("p", "value", h("span", { class: "chip", "aria-hidden": "true" }, one.number),
      one.denies && [" ", h("span", "denied-word", "not")], " ", text(one.text)),
    reading(one),
    h("div", "claims", one.claims.map((c) => claim(c, sources)),
      one.more && fold(counted(one.more.length, "more claim"), one.more.map((c) => claim(c, sources)))));

  function bar(one, name) {
    if (one.dot) return s("circle", { class: name, cx: one.dot });
    const end = (x, cut, arrow) => s("svg", { x, class: "end" }, s("path", { class: "cut", d: cut }), s("path", { class: name, d: arrow }));
    return [s("rect", { class: name, x: one.x, width: one.width }),
      one.low_open && end("0%", "M-1-10h12v20h-12z", "M0 0 11 -10v20z"),
      one.high_open && end("100%", "M1-10h-12v20h12z", "M0 0-11 -10v20z")];
  }

  const row = (one) => s("svg", { y: one.y, class: one.denies && "denies" }, one.allowed && bar(one.allowed, "allowed"),
    bar(one.stated, "stated"), s("text", { class: "who", y: 13 }, s("tspan", {}, one.number), "  ",
      s("tspan", { class: "strong" }, one.denies ? `not ${one.said}` : one.said), `  ${one.label}`));

  const strip = (one) => h("figure", "strip",
    s("svg", { "aria-hidden": "true", width: "100%", height: one.height, "text-anchor": "middle" },
      (one.lines || []).map((x) => s("line", { x1: x, x2: x, y2: one.height - 20 })), one.rows.map(row),
      (one.ticks || []).map((tick) => s("text", { class: tick.wide ? "tick wide" : "tick", x: tick.x, y: one.height - 5,
        "text-anchor": tick.anchor !== "middle" && tick.anchor }, tick.label))),
    h("figcaption", "", one.caption && [h("span", "", "Axis: ", text(one.caption)), " "],
      h("span", "", h("i", "key-stated"), " as stated"), one.hedged && [" ", h("span", "", h("i", "key-allowed"), " at its widest")],
      one.left_out > 0 && [" ", h("span", "", `${counted(one.left_out, "more claim")} not drawn`)]));

  const moment = (c, sources) => h("li", "", h("div", "", h("p", "time", text(c.when)),
    h("p", "value", text(shortened(c.value, 300))), reading(c)), claim(c, sources));

  const decision = (d) => h("div", d.reopened ? "decision old" : "decision",
    d.reopened ? [h("h4", "", "Reopened"), h("p", "", "Because ", text(d.reopened), ". The decision was:")] : h("h4", "", "Decision"),
    h("p", "", h("b", "", `${d.title}.`), " ", text(d.reason)),
    h("p", "byline", text(d.by), ", ", text(d.on), d.expires && ["; holds until ", text(d.expires)]),
    d.wrong && h("p", "byline", "Wrong: ", text(d.wrong.join(", "))),
    d.reopened && d.seen && h("p", "byline", "Seen then: ", text(d.seen.join("; "))));

  const sides = (list, sources) => h("div", "sides", list.map((one) => side(one, sources)));

  function card(data, sources) {
    return h("article", { class: `finding v-${data.verdict}`, id: data.id, tabindex: -1, "data-verdict": data.verdict,
      "data-status": data.status || "", "data-change": data.change },
    h("header", "", h("p", "marks", h("span", "badge", data.verdict),
      data.status && [" ", h("span", `status s-${data.status}`, data.status)],
      data.change && [" ", h("span", `change-mark c-${data.change}`, data.change_title)],
      data.status && [" ", h("span", { class: "fails", hidden: data.fails ? undefined : "" }, "fails the check")],
      " ", h("a", { class: "permalink", href: `#${data.id}`, title: "Link to this finding" }, h("code", "", data.id))),
    h("h3", "", text(data.subject), " ", h("span", "attribute", text(data.attribute))),
    data.scope && h("p", "scope", data.scope.map(([key, value]) => [h("span", "", text(key), ": ", text(value)), " "])),
    h("p", "message", text(data.message))),
    data.timeline && h("ol", "timeline", data.timeline.map((c) => moment(c, sources))),
    data.sides && sides(data.sides, sources),
    data.more_sides && fold(counted(data.more_sides.length, "more side"), sides(data.more_sides, sources)),
    data.strip && strip(data.strip),
    data.explanations && h("div", "explanations", h("h4", "", data.explanations.length === 1 ? "Possible explanation" : "Possible explanations"),
      h("ul", "", data.explanations.map((line) => h("li", "", text(line))))),
    data.decision && decision(data.decision),
    data.undecided && h("div", "resolve", h("p", "command",
      h("code", "", `crosscheck resolve ${data.id} --decision … --reason "…" --by "…"`))));
  }

  // What search looks at: the words that SEARCHED selects in a card.
  function searched(data, sources) {
    const told = [data.id, data.subject, data.attribute, data.message];
    for (const one of [...(data.sides || []), ...(data.more_sides || [])]) {
      told.push(one.text);
      for (const c of [...one.claims, ...(one.more || [])]) tell(c);
    }
    for (const c of data.timeline || []) tell(c);
    function tell(c) {
      const from = sources[c.source];
      told.push(c.value, c.quote.join(""), (c.around || []).join(" "), c.id, c.place, c.voice?.[1], from.label, from.title, from.byline);
    }
    return told.filter(Boolean).join(" \n ");
  }

  return { card, searched };
})();
