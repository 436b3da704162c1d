"use strict";
const $ = (id) => document.getElementById(id);
const samples = JSON.parse($("samples").textContent);
const land = JSON.parse($("land").textContent);

/** An element with attributes and children; text is never read as HTML. */
function make(tag, attributes = {}, ...children) {
  const svg = ["svg", "path", "circle", "text", "title", "g"].includes(tag);
  const element = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

samples.forEach((sample, place) => $("sample").append(make("option", { value: place }, sample.name)));
$("sample").addEventListener("change", () => {
  const sample = samples[$("sample").value];
  $("text").value = sample ? sample.text : "";
  $("published").value = (sample && sample.published_at) || "";
});
$("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) $("form").requestSubmit();
});
$("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  $("send").disabled = true;
  say("Reading …");
  try {
    await read($("text").value);
  } catch (error) {
    say(String(error.message || error), true);
  } finally {
    $("send").disabled = false;
  }
});

function say(words, bad = false) {
  $("status").textContent = words;
  $("status").className = bad ? "bad" : "";
}

async function read(text) {
  const headers = { "content-type": "application/json" };
  if ($("key").value) headers.authorization = `Bearer ${$("key").value}`;
  const article = { text };
  if ($("published").value) article.published_at = $("published").value;
  // Strings of this language count in UTF-16 units, so the offsets are asked for in them.
  const answer = await fetch("/v1/extract?offsets=utf16", { method: "POST", headers, body: JSON.stringify(article) });
  const found = await answer.json();
  if (answer.status === 401) {
    $("keybox").hidden = false;
    $("key").focus();
  }
  if (!answer.ok) throw new Error(found.detail ? `${found.title}: ${found.detail}` : found.title);
  show(found, text);
}

function show(result, text) {
  const count = result.events.length;
  say(count === 1 ? "1 event" : `${count} events`);
  $("results").hidden = false;
  $("table").replaceChildren(count ? table(result.events) : "No events in this text.");
  $("read").replaceChildren(...highlighted(result, text));
  $("timeline").replaceChildren(...timeline(result.events));
  $("map").replaceChildren(map(result.events));
}

/** Mark an event everywhere, and bring its first mention into view. */
function choose(id) {
  for (const element of document.querySelectorAll("[data-events]")) {
    element.classList.toggle("on", element.dataset.events.split(" ").includes(id));
  }
  const mention = document.querySelector(`#read mark[data-events~="${id}"]`);
  if (mention) mention.scrollIntoView({ block: "nearest" });
}

function when(date) {
  if (!date) return "";
  if (!date.start && !date.end) return date.span.text;
  return date.start === date.end ? date.start : `${date.start || "…"} to ${date.end || "…"}`;
}

const named = (event, ...roles) =>
  event.actors.filter((actor) => roles.includes(actor.role))
    .map((actor) => (actor.country ? `${actor.name} (${actor.country})` : actor.name)).join("; ");

function table(events) {
  const heads = ["Event", "Status", "Who", "To whom", "Where", "When", "What", "Confidence"];
  const rows = events.map((event) => {
    const button = make("button", { type: "button", class: "name" }, `${event.type}: ${event.subtype.replaceAll("_", " ")}`);
    button.addEventListener("click", () => choose(event.id));
    const cells = [
      event.status, named(event, "source", "participant", "mediator"), named(event, "target"),
      event.places.map((place) => place.name).join("; "), when(event.date),
      event.content ? event.content.plain || event.content.text : "", event.confidence.toFixed(2),
    ];
    return make("tr", { role: "row", "data-events": event.id }, make("th", { role: "rowheader", scope: "row" }, button),
      ...cells.map((cell, place) => make("td", { role: "cell", "data-head": heads[place + 1] }, cell)));
  });
  // Narrow screens lay the cells out below each other, which would take the roles away if they were not named.
  const head = make("tr", { role: "row" }, ...heads.map((name) => make("th", { role: "columnheader", scope: "col" }, name)));
  return make("table", { role: "table" }, make("thead", { role: "rowgroup" }, head),
    make("tbody", { role: "rowgroup" }, ...rows));
}

/** The text in pieces, each with the classes of all spans that cover it. */
function highlighted(result, text) {
  const spans = result.skipped.map((part) => ({ ...part, kind: "skipped", event: "" }));
  for (const event of result.events) {
    const add = (span, kind) => span && spans.push({ start: span.start, end: span.end, kind, event: event.id });
    event.mentions.forEach((mention) => add(mention.trigger, event.type));
    event.actors.forEach((actor) => add(actor.span, "actor"));
    event.places.forEach((place) => add(place.span, "place"));
    if (event.date) add(event.date.span, "date");
  }
  const cuts = [...new Set([0, text.length, ...spans.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, place) => {
    const start = cuts[place];
    const over = spans.filter((span) => span.start <= start && span.end >= end);
    if (!over.length) return text.slice(start, end);
    const kinds = [...new Set(over.map((span) => span.kind))];
    const trigger = kinds.some((kind) => ["meeting", "offer", "strike", "threat"].includes(kind));
    const events = [...new Set(over.map((span) => span.event).filter(Boolean))].join(" ");
    const title = kinds.join(", ");
    return make(trigger ? "mark" : "span", { class: kinds.join(" "), title, "data-events": events }, text.slice(start, end));
  });
}

function timeline(events) {
  const dated = events.filter((event) => event.date && (event.date.start || event.date.end));
  if (!dated.length) return ["No event has a date that could be resolved."];
  const day = (iso) => Date.parse(iso) / 86400000;
  const bars = dated.map((event) => ({
    event, from: day(event.date.start || event.date.end), to: day(event.date.end || event.date.start) + 1,
  })).sort((a, b) => a.from - b.from);
  const first = Math.min(...bars.map((bar) => bar.from));
  const last = Math.max(...bars.map((bar) => bar.to));
  const lanes = bars.map(({ event, from, to }) => {
    const words = `${event.type}: ${event.mentions[0].trigger.text}, ${when(event.date)}`;
    const bar = make("span", { class: `bar ${event.type}`, title: words, "data-events": event.id });
    bar.style.left = `${(100 * (from - first)) / (last - first)}%`;
    bar.style.width = `${(100 * (to - from)) / (last - first)}%`;
    return make("div", { class: "lane" }, make("span", {}, words), make("div", { class: "track" }, bar));
  });
  const iso = (number) => new Date(number * 86400000).toISOString().slice(0, 10);
  return [...lanes, make("div", { class: "ends" }, make("span", {}, iso(first)), make("span", {}, iso(last - 1)))];
}

function map(events) {
  const points = new Map();
  for (const event of events) {
    for (const place of event.places.filter((each) => each.latitude !== null && each.longitude !== null)) {
      const key = `${place.latitude} ${place.longitude} ${event.type}`;
      const point = points.get(key) || { place, type: event.type, events: [] };
      point.events.push(event.id);
      points.set(key, point);
    }
  }
  const found = [...points.values()];
  if (!found.length) return document.createTextNode("No event has a place with coordinates.");
  const at = ({ place }) => [place.longitude + 180, 90 - place.latitude];
  const xs = found.map((point) => at(point)[0]);
  const ys = found.map((point) => at(point)[1]);
  const width = Math.min(360, Math.max(40, (Math.max(...xs) - Math.min(...xs)) * 1.4));
  const height = Math.min(180, Math.max(width / 2, (Math.max(...ys) - Math.min(...ys)) * 1.4));
  const left = Math.max(0, Math.min(360 - width, (Math.max(...xs) + Math.min(...xs) - width) / 2));
  const top = Math.max(0, Math.min(180 - height, (Math.max(...ys) + Math.min(...ys) - height) / 2));
  const pixel = width / ($("map").clientWidth || 800);
  const names = found.map((point) => `${point.place.name} (${point.type})`).join(", ");
  const svg = make("svg", { viewBox: `${left} ${top} ${width} ${height}`, role: "img", "aria-label": `Map: ${names}` },
    make("path", { d: land, class: "landmass" }));
  for (const point of found) {
    const [x, y] = at(point);
    const circle = make("circle", { cx: x, cy: y, r: 6 * pixel, class: point.type, "data-events": point.events.join(" ") },
      make("title", {}, `${point.place.name}: ${point.type}`));
    circle.style.strokeWidth = 1.5 * pixel;
    const aside = x > left + 0.7 * width ? { "text-anchor": "end", x: x - 10 * pixel } : { x: x + 10 * pixel };
    const text = make("text", { ...aside, y: y + 5 * pixel }, point.place.name);
    text.style.fontSize = `${15 * pixel}px`;
    text.style.strokeWidth = `${3 * pixel}px`;
    svg.append(circle, text);
  }
  return svg;
}
