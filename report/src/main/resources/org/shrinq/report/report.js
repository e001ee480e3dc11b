"use strict";
// Tables sort by the column whose head is pressed; numbers before text, the second press turns the order round.
for (const table of document.querySelectorAll("table")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => head.addEventListener("click", () => {
    const down = head.getAttribute("aria-sort") === "ascending";
    heads.forEach(h => h.setAttribute("aria-sort", "none"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const key = row => {
      const cell = row.cells[column];
      return cell.dataset.v === undefined ? null : Number(cell.dataset.v);
    };
    const compare = (a, b) => {
      const x = key(a), y = key(b);
      if (x !== null && y !== null) return x - y;
      if (x !== null || y !== null) return x === null ? 1 : -1;
      return a.cells[column].textContent.localeCompare(b.cells[column].textContent, "en", {numeric: true});
    };
    const rows = [...table.tBodies[0].rows].sort(compare);
    if (down) rows.reverse();
    table.tBodies[0].append(...rows);
  }));
}
// A machine that looks at this page reads here how many plots have something drawn.
const plots = [...document.querySelectorAll(".plot svg")];
const drawn = plots.filter(svg => [...svg.querySelectorAll(".mark")].some(mark => {
  const box = mark.getBBox();
  return box.width + box.height > 0;
}));
document.documentElement.dataset.plots = drawn.length + "/" + plots.length;
document.documentElement.dataset.overflow = String(document.documentElement.scrollWidth > window.innerWidth + 1);
