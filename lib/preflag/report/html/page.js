
(() => {
  "use strict";
  const by = (id) => document.getElementById(id);
  const say = (words) => { by("said").textContent = words; };
  const fold = (text) => text.normalize("NFKD").toLowerCase();
  const ranks = ["critical", "high", "medium", "low", "info", "cleared", "-"];

  // Cards: walking, copying, unfolding.
  const cards = [...document.querySelectorAll(".card")];
  let current = -1;
  const walk = (step) => {
    if (cards.length === 0) return;
    current = Math.min(Math.max(current + step, 0), cards.length - 1);
    cards[current].focus();
    cards[current].scrollIntoView({ block: "nearest" });
  };
  const copied = (id) => say("Copied " + id);
  const copy = async (id) => {
    try {
      await navigator.clipboard.writeText(id);
      copied(id);
    } catch {
      const field = document.createElement("textarea");
      field.value = id;
      document.body.append(field);
      field.select();
      if (document.execCommand("copy")) copied(id);
      field.remove();
    }
  };
  for (const button of document.querySelectorAll(".copy")) {
    button.hidden = false;
    button.setAttribute("aria-label", "Copy id " + button.dataset.id);
    button.addEventListener("click", () => copy(button.dataset.id));
  }
  by("card-tools").hidden = cards.length === 0;
  const folded = () => document.querySelectorAll("#cards details");
  by("fold").addEventListener("click", () => {
    const open = by("fold").textContent.startsWith("Unfold");
    for (const one of folded()) one.open = open;
    by("fold").textContent = open ? "Fold findings" : "Unfold all findings";
  });
  addEventListener("beforeprint", () => { for (const one of folded()) one.open = true; showAll(true); });
  addEventListener("afterprint", () => showAll(false));

  // The table of all lines: rows are taken out of the page and a window of them is put back.
  const table = by("table");
  const rows = [];
  for (const body of table.tBodies) {
    const heading = body.rows[0];
    for (const row of [...body.rows].slice(1)) rows.push({ row, heading, text: null });
  }
  for (const body of [...table.tBodies].slice(1)) body.remove();
  const body = table.tBodies[0] || table.createTBody();
  const order = rows.slice();
  let chosen = order, start = 0, printing = false;
  const cell = (one, column) => one.row.cells[column].textContent;
  const textOf = (one) => (one.text ??= fold(one.row.textContent + " " + one.heading.textContent));
  const mostPrinted = 2000; // of more, the rows that are shown
  const size = () => (printing && chosen.length <= mostPrinted ? 0 : Number(by("size").value)) || chosen.length || 1;
  const show = () => {
    const end = Math.min(start + size(), chosen.length);
    const shown = [];
    let heading = null;
    for (const one of chosen.slice(start, end)) {
      if (one.heading !== heading) shown.push((heading = one.heading).cloneNode(true));
      shown.push(one.row);
    }
    body.replaceChildren(...shown);
    by("previous").disabled = start === 0;
    by("next").disabled = end >= chosen.length;
    const range = chosen.length === 0 ? "no line of " + rows.length
      : (start + 1) + " to " + end + " of " + chosen.length + (chosen.length < rows.length ? " (" + rows.length + " in all)" : "");
    by("shown").textContent = range;
    table.caption.textContent = "Lines: " + range;
  };
  const choose = () => {
    const words = fold(by("search").value).split(/\s+/).filter(Boolean);
    const severity = by("severity").value;
    chosen = order.filter((one) => (severity === "" || cell(one, 2) === severity) &&
      (words.length === 0 || words.every((word) => textOf(one).includes(word))));
    start = 0;
    show();
  };
  const showAll = (all) => { printing = all; if (all && chosen.length <= mostPrinted) start = 0; show(); };
  const key = [(a) => Number(cell(a, 0)), null, (a) => -ranks.indexOf(cell(a, 2)), (a) => Number(cell(a, 3))];
  const sortBy = (head, column) => {
    const direction = head.getAttribute("aria-sort") === "descending" ? 1 : -1;
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
    const of = key[column] || ((a) => cell(a, column));
    const keys = new Map(rows.map((one, place) => [one, [of(one), place]]));
    order.sort((a, b) => {
      const [left, i] = keys.get(a), [right, j] = keys.get(b);
      const less = typeof left === "number" ? left - right : left < right ? -1 : left > right ? 1 : 0;
      return less * direction || i - j;
    });
    choose();
  };
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => sortBy(head, column));
    head.replaceChildren(button);
  });
  by("line-tools").hidden = false;
  by("line-tools").addEventListener("submit", (event) => event.preventDefault());
  let timer = 0;
  by("search").addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(choose, 150); });
  by("severity").addEventListener("change", choose);
  by("size").addEventListener("change", () => { start = 0; show(); });
  by("previous").addEventListener("click", () => { start = Math.max(0, start - size()); show(); });
  by("next").addEventListener("click", () => { start += size(); show(); });
  show();

  // A link to rules that came together unfolds what holds them.
  const unfold = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const holder = target && target.closest("details");
    if (holder && !holder.open) { holder.open = true; target.scrollIntoView(); }
  };
  addEventListener("hashchange", unfold);
  unfold();

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, select, textarea")) return;
    if (event.key === "j") walk(1);
    else if (event.key === "k") walk(-1);
    else if (event.key === "/") { event.preventDefault(); by("search").focus(); }
    else if (event.key === "c" && current >= 0) copy(cards[current].querySelector(".copy").dataset.id);
  });
})();
