// Pointing at a cell of a drawing, at octets of an example or at a row of the table marks all three.
(() => {
  let marked = [];
  let shown = "";

  const idAt = (element) => {
    const cell = element instanceof Element && element.closest("svg a, a.octets");
    if (cell) {
      return decodeURIComponent(cell.getAttribute("href").slice(1));
    }
    return element instanceof Element && element.closest("table.fields li[id], table.fields tr[id]")?.id || "";
  };

  const mark = (id) => {
    if (id === shown) {
      return;
    }
    shown = id;
    marked.forEach((element) => element.classList.remove("marked"));
    const row = id && document.getElementById(id);
    const link = `[href="#${CSS.escape(id)}"]`;
    marked = row ? [row, ...document.querySelectorAll(`svg a${link}, a.octets${link}`)] : [];
    marked.forEach((element) => element.classList.add("marked"));
  };

  for (const event of ["pointerover", "focusin"]) {
    document.addEventListener(event, ({ target }) => mark(idAt(target) || idAt(document.activeElement)));
  }
})();
