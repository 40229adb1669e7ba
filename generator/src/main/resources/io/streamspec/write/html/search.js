// The search box: / goes there, arrows choose, Enter goes to what was chosen, Escape leaves.
(() => {
  const box = document.querySelector(".search");
  const input = box.querySelector("input");
  const list = box.querySelector("ul");
  const status = box.querySelector("p");
  const MOST = 30;
  let entries = null;
  let hits = [];
  let chosen = -1;
  box.hidden = false;

  const ready = () => {
    entries = streamspecMatch.prepare(globalThis.streamspecIndex, box.dataset.page);
    update();
  };

  // The index of a site is a file of its own, fetched when a reader first wants to search.
  const load = () => {
    if (entries) {
      return;
    }
    if (globalThis.streamspecIndex) {
      ready();
    } else if (box.dataset.index && !box.dataset.loading) {
      box.dataset.loading = "yes";
      const script = document.createElement("script");
      script.src = box.dataset.index;
      script.onload = ready;
      script.onerror = () => { status.textContent = "The index for searching is missing"; };
      document.head.append(script);
    }
  };

  const address = (entry) => {
    const file = globalThis.streamspecIndex.pages[entry.page][0];
    return (file === box.dataset.page ? "" : encodeURIComponent(file)) + "#" + encodeURIComponent(entry.anchor);
  };

  const part = (kind, text) => {
    const span = document.createElement("span");
    span.className = kind;
    span.dir = "auto";
    text.split(/(?<=[_.])(?=[^_.\s])/).forEach((piece, at) => span.append(...(at > 0 ? [document.createElement("wbr")] : []), piece));
    return span;
  };

  // What sets a hit apart from others of its name: where it stands, and on which page, if that is another.
  const where = (entry) => {
    const title = entry.away ? globalThis.streamspecIndex.pages[entry.page][1] : "";
    return [title, entry.where].filter((words) => words !== "").join(" · ");
  };

  const choose = (place) => {
    chosen = place;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
    const option = list.children[place];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  };

  const go = (place) => {
    if (hits[place]) {
      close();
      input.blur();
      location.href = address(hits[place]);
    }
  };

  function update() {
    const wanted = input.value.trim();
    hits = entries && wanted ? streamspecMatch.find(entries, wanted, MOST) : [];
    list.replaceChildren(...hits.map((entry, place) => {
      const option = document.createElement("li");
      option.id = `page:hit-${place}`;
      option.setAttribute("role", "option");
      option.append(part("kind", entry.kind), " ", part("name", entry.name), " ", part("where", where(entry)));
      return option;
    }));
    list.hidden = hits.length === 0;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    status.textContent = wanted && entries ? `${hits.length === MOST ? "the first " + MOST : hits.length || "nothing"} found` : "";
    status.className = wanted && entries && hits.length === 0 ? "nothing" : "unseen";
    choose(hits.length > 0 ? 0 : -1);
  }

  input.addEventListener("focus", load);
  input.addEventListener("input", update);
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    go([...list.children].indexOf(event.target.closest("li")));
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length > 0) {
      choose((chosen + step + hits.length) % hits.length);
    } else if (event.key === "Enter") {
      go(chosen);
    } else if (event.key === "Escape") {
      input.value = "";
      update();
      input.blur();
    } else {
      return;
    }
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
})();
