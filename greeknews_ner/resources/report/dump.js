"use strict";
const { types, months, rows } = JSON.parse(document.getElementById("data").textContent);
const SHOWN = 200;
const byId = (id) => document.getElementById(id);
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/ς/g, "σ");
for (const row of rows) row.key = fold(`${row.name} ${row.english} ${row.also.join(" ")}`);
let sort = "articles";

const element = (tag, text, className) => {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};

const spark = (counts) => {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", "spark");
  svg.setAttribute("viewBox", "0 0 340 56");
  const most = Math.max(1, ...Object.values(counts));
  const step = 340 / months.length;
  months.forEach((month, index) => {
    const count = counts[month] || 0;
    if (!count) return;
    const bar = document.createElementNS(space, "rect");
    const height = 38 * count / most;
    bar.setAttribute("x", index * step);
    bar.setAttribute("y", 40 - height);
    bar.setAttribute("width", Math.max(1, Math.min(24, step - 1)));
    bar.setAttribute("height", height);
    const title = document.createElementNS(space, "title");
    title.textContent = `${month}: ${count}`;
    bar.append(title);
    svg.append(bar);
  });
  [[0, "start", months[0]], [340, "end", months[months.length - 1]]].forEach(([x, anchor, text]) => {
    const label = document.createElementNS(space, "text");
    label.setAttribute("x", x);
    label.setAttribute("y", 54);
    label.setAttribute("text-anchor", anchor);
    label.textContent = text;
    svg.append(label);
  });
  return svg;
};

const details = (row) => {
  const line = element("tr", undefined, "more");
  const cell = element("td");
  cell.colSpan = 6;
  const facts = [types[row.type].label, `${row.articles} articles`, `${row.mentions} mentions`];
  if (row.detail) facts.push(row.detail);
  cell.append(element("div", facts.join(" · "), "soft"));
  if (row.also.length) cell.append(element("div", `Also written: ${row.also.join(", ")}`, "soft"));
  if (months.length > 1 && Object.keys(row.months).length) cell.append(spark(row.months));
  const list = element("ul");
  for (const [title, when, url] of row.samples) {
    const item = element("li");
    if (url) {
      const link = element("a", title);
      link.href = url;
      link.rel = "noreferrer noopener";
      item.append(link);
    } else item.append(title);
    if (when) item.append(element("span", ` ${when}`, "soft"));
    list.append(item);
  }
  if (row.samples.length) cell.append(list);
  line.append(cell);
  return line;
};

const draw = () => {
  const words = fold(byId("query").value).split(/\s+/).filter(Boolean);
  const type = byId("type").value;
  const found = rows
    .filter((row) => (!type || row.type === type) && words.every((word) => row.key.includes(word)))
    .sort((a, b) => b[sort] - a[sort]);
  byId("found").textContent = found.length > SHOWN ? `${SHOWN} of ${found.length} shown` : `${found.length} found`;
  byId("rows").replaceChildren(...found.slice(0, SHOWN).map((row) => {
    const line = element("tr", undefined, "entity");
    const name = element("td", undefined, "name");
    const opener = element("button", row.name);
    opener.type = "button";
    opener.lang = "el";
    opener.setAttribute("aria-expanded", "false");
    name.append(opener);
    const kind = element("td", undefined, "type optional");
    const swatch = element("span", undefined, "swatch");
    swatch.style.setProperty("--h", types[row.type].hue);
    kind.append(swatch, ` ${types[row.type].label}`);
    const when = row.first === row.last ? row.first : `${row.first} – ${row.last}`;
    line.append(name, element("td", row.english), kind, element("td", row.articles.toLocaleString("en"), "number"),
      element("td", row.mentions.toLocaleString("en"), "number optional"), element("td", when, "when optional"));
    line.addEventListener("click", () => {
      const open = line.nextElementSibling?.classList.contains("more");
      if (open) line.nextElementSibling.remove();
      else line.after(details(row));
      opener.setAttribute("aria-expanded", String(!open));
    });
    return line;
  }));
};

byId("query").addEventListener("input", draw);
byId("type").addEventListener("change", draw);
for (const button of document.querySelectorAll("[data-sort]")) {
  button.addEventListener("click", () => {
    sort = button.dataset.sort;
    for (const other of document.querySelectorAll("[data-sort]")) other.setAttribute("aria-pressed", String(other === button));
    draw();
  });
}
draw();
