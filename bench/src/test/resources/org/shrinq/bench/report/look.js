"use strict";
// Looks at the pages in the frames of this one as a reader would, and writes what it finds into the body, one line a frame.
const parse = text => {
  const m = /rgba?\(([^)]+)\)/.exec(text);
  if (!m) return null;
  const [r, g, b, a] = m[1].split(/[ ,/]+/).map(Number);
  return {r, g, b, a: a === undefined ? 1 : a};
};
const over = (top, below, opacity) => {
  const a = top.a * opacity;
  const mix = (x, y) => x * a + y * (1 - a);
  return {r: mix(top.r, below.r), g: mix(top.g, below.g), b: mix(top.b, below.b), a: 1};
};
const luminance = c => {
  const f = v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  return 0.2126 * f(c.r) + 0.7152 * f(c.g) + 0.0722 * f(c.b);
};
const contrast = (a, b) => {
  const x = luminance(a), y = luminance(b);
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
};
const background = (view, element) => {
  for (let e = element; e; e = e.parentElement) {
    const c = parse(view.getComputedStyle(e).backgroundColor);
    if (c && c.a > 0) return c;
  }
  return {r: 255, g: 255, b: 255, a: 1};
};
// what is painted under the middle of a text of a plot: filled marks before it, the last one on top
const under = (view, text) => {
  const box = text.getBoundingClientRect();
  const x = box.x + box.width / 2, y = box.y + box.height / 2;
  let colour = background(view, text.closest("div"));
  for (const mark of text.ownerSVGElement.querySelectorAll("rect.mark, circle.mark")) {
    if (!(mark.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
    const b = mark.getBoundingClientRect();
    if (x >= b.left && x <= b.right && y >= b.top && y <= b.bottom) {
      const style = view.getComputedStyle(mark), fill = parse(style.fill);
      if (fill) colour = over(fill, colour, Number(style.fillOpacity));
    }
  }
  return colour;
};
const lookAt = frame => {
  const doc = frame.contentDocument, view = frame.contentWindow, bad = [];
  frame.style.height = doc.documentElement.scrollHeight + "px";
  const width = doc.documentElement.clientWidth;
  const visible = e => e.getClientRects().length > 0;
  for (const text of doc.querySelectorAll("svg text")) {
    if (!visible(text)) continue;
    const box = text.getBBox(), frameBox = text.ownerSVGElement.viewBox.baseVal;
    if (box.x < -1 || box.y < -1 || box.x + box.width > frameBox.width + 1 || box.y + box.height > frameBox.height + 1) {
      bad.push("cut off: " + text.textContent);
    }
    const c = contrast(parse(view.getComputedStyle(text).fill), under(view, text));
    if (c < 4.5) bad.push("contrast " + c.toFixed(1) + ": " + text.textContent);
  }
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, e = node.parentElement;
    if (!node.textContent.trim() || !visible(e) || e.closest("svg, script, style")) continue;
    const style = view.getComputedStyle(e), size = parseFloat(style.fontSize);
    const c = contrast(parse(style.color), background(view, e));
    if (c < (size >= 24 || (size >= 18.6 && Number(style.fontWeight) >= 700) ? 3 : 4.5)) {
      bad.push("contrast " + c.toFixed(1) + ": " + node.textContent.trim().slice(0, 40));
    }
    const range = doc.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if ((box.right > width + 1 || box.left < -1) && !e.closest(".scroll")) {
      bad.push("beyond the page: " + node.textContent.trim().slice(0, 40));
    }
  }
  const widths = new Set([...doc.querySelectorAll(".plot, .scroll")].filter(visible).map(e => Math.round(e.getBoundingClientRect().width)));
  if (widths.size > 1) bad.push("widths: " + [...widths].join(", "));
  for (const section of doc.querySelectorAll("section")) {
    if (visible(section) && !section.querySelector("svg .mark, tbody td")) bad.push("empty: " + section.id);
  }
  for (const place of doc.querySelectorAll(".scroll")) {
    if (width < 700 && visible(place) && place.scrollWidth > place.clientWidth + 1) bad.push("scrolls sideways: " + place.closest("section").id);
  }
  const data = doc.documentElement.dataset;
  const [drawn, plots] = data.plots.split("/");
  if (drawn !== plots) bad.push("plots drawn: " + data.plots);
  if (data.overflow !== "false") bad.push("wider than the window");
  // a mark opens its runs and no others, and a method that is not chosen is hidden from the tables
  const link = doc.querySelector(".view:not([hidden]) a.runs[data-instance]:not([data-instance=''])");
  if (link) {
    link.dispatchEvent(new view.MouseEvent("click", {bubbles: true, cancelable: true}));
    const rows = [...doc.querySelectorAll(".view:not([hidden]) section[id^=table-runs] tbody tr")];
    const left = rows.filter(visible);
    const wrong = left.filter(r => link.dataset.method && r.cells[0].textContent !== link.dataset.method
      || r.cells[2].textContent !== link.dataset.instance);
    if (left.length === 0 || left.length === rows.length || wrong.length > 0) bad.push("a mark shows other runs than its own");
    const box = doc.querySelector("#filter input[name=method]");
    box.click();
    if (left.some(r => visible(r) && r.cells[0].textContent === box.value)) bad.push("the filter leaves what is not chosen");
  }
  return frame.title + "|" + data.plots + "|" + [...new Set(bad)].slice(0, 8).join("; ");
};
window.addEventListener("load", () => {
  const lines = [...document.querySelectorAll("iframe")].map(lookAt);
  document.body.replaceChildren(...lines.map(line => {
    const p = document.createElement("p");
    p.textContent = "@" + line + "@";
    return p;
  }));
});
