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
// On a phone a table that is wider than its place has its rows as blocks of names and values.
const phone = matchMedia("(max-width: 680px)");
const LONG = 20;
function stack() {
  for (const table of document.querySelectorAll("table")) {
    table.classList.remove("stacked");
    const place = table.parentElement;
    if (!phone.matches || place.scrollWidth <= place.clientWidth + 1) continue;
    const heads = [...table.tHead.rows[0].cells].map(h => h.textContent);
    for (const row of table.tBodies[0].rows) {
      [...row.cells].forEach((cell, k) => {
        cell.dataset.head = heads[k];
        cell.classList.toggle("long", heads[k].length + cell.textContent.length > LONG);
      });
    }
    table.classList.add("stacked");
  }
}
phone.addEventListener("change", stack);
// The command goes to the clipboard, or is selected where there is none.
const copy = document.getElementById("copy");
if (copy) copy.addEventListener("click", () => {
  const code = copy.previousElementSibling;
  const told = () => { copy.textContent = "Copied"; setTimeout(() => { copy.textContent = "Copy"; }, 2000); };
  const select = () => getSelection().selectAllChildren(code);
  if (navigator.clipboard) navigator.clipboard.writeText(code.textContent).then(told, select); else select();
});
// The filter: a problem has its own view; marks and rows of methods that are not chosen are hidden or dimmed.
const filter = document.getElementById("filter");
const views = [...document.querySelectorAll(".view")];
const apply = () => {
  const problem = filter.querySelector("input[name=problem]:checked");
  if (problem) views.forEach(v => { v.hidden = v.dataset.view !== problem.value; });
  const all = [...filter.querySelectorAll("input[name=method]")];
  const off = new Set(all.filter(b => !b.checked).map(b => b.value));
  const names = new Set(all.map(b => b.value));
  document.querySelectorAll("svg [data-method]").forEach(e => e.classList.toggle("dim", off.has(e.dataset.method)));
  document.querySelectorAll("tbody tr").forEach(row => {
    const named = [...row.cells].map(c => c.textContent).filter(t => names.has(t));
    row.classList.toggle("dim", named.some(t => off.has(t)));
  });
  stack();
  measure();
};
if (filter) {
  filter.addEventListener("change", apply);
  const asked = /^#problem=(\d+)$/.exec(location.hash);
  const button = asked && filter.querySelector(`input[name=problem][value="${asked[1]}"]`);
  if (button) button.checked = true;
}
// A mark opens the runs behind it: the table of runs, narrowed to its method and instance.
document.addEventListener("click", event => {
  const link = event.target.closest("a.runs");
  if (!link) return;
  event.preventDefault();
  const section = [...document.querySelectorAll(".view:not([hidden]) section")].find(s => s.id.startsWith("table-runs"));
  if (!section) return;
  const heads = [...section.querySelectorAll("th")].map(h => h.textContent.trim());
  const wanted = [["method", link.dataset.method], ["instance", link.dataset.instance]].filter(w => w[1]);
  section.querySelectorAll("tbody tr").forEach(row =>
    row.classList.toggle("other", wanted.some(w => row.cells[heads.indexOf(w[0])].textContent !== w[1])));
  let all = section.querySelector(".all");
  if (!all) {
    all = document.createElement("p");
    all.className = "note all";
    section.querySelector(".scroll").before(all);
  }
  all.textContent = "Runs of " + (wanted.map(w => w[1]).join(" on ") || "all") + ". ";
  const back = document.createElement("a");
  back.href = "#" + section.id;
  back.textContent = "Show all runs";
  back.addEventListener("click", () => { section.querySelectorAll("tr.other").forEach(r => r.classList.remove("other")); all.remove(); });
  all.append(back);
  section.scrollIntoView();
});
// A machine that looks at this page reads here how many plots have something drawn.
function measure() {
  const plots = [...document.querySelectorAll(".plot svg")].filter(svg => svg.getClientRects().length > 0);
  const drawn = plots.filter(svg => [...svg.querySelectorAll(".mark")].some(mark => {
    const box = mark.getBBox();
    return box.width + box.height > 0;
  }));
  document.documentElement.dataset.plots = drawn.length + "/" + plots.length;
  document.documentElement.dataset.overflow = String(document.documentElement.scrollWidth > window.innerWidth + 1);
}
if (filter) apply(); else {
  stack();
  measure();
}
