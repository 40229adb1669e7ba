// Finds entries of the index: by words, parts of words, and numbers in any notation. First comes what is called so, then what
// stands for the number, then names that begin so, and so on; of those that are alike, constants before sections before others.
globalThis.streamspecMatch = (() => {
  const words = (text) => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const number = (text) => (/^\s*(0x[0-9a-f]+|[0-9]+)\s*$/i.test(text) ? BigInt(text.trim().toLowerCase()).toString() : "");

  const ORDER = ["record", "value", "constant", "section", "field", "bit", "rule"];

  // The entries of an index for the reader of a page, whose own come before those of others.
  const prepare = (index, file) => index.entries.map(([kind, name, where, page, anchor, value]) => {
    const key = words(name);
    return { kind: index.kinds[kind], order: ORDER.indexOf(index.kinds[kind]), name, where, page, anchor, value, key, away: index.pages?.[page]?.[0] === file ? 0 : 1, all: ` ${key} ${words(where)}` };
  });

  // The smaller the better; -1 is no match.
  const rank = (entry, query) => {
    if (query.text === "") {
      return -1;
    }
    if (entry.key === query.text) {
      return 0;
    }
    if (query.number !== "" && entry.value === query.number) {
      return entry.where.endsWith(query.spelling) ? 1 : 2;
    }
    if (entry.key.startsWith(query.text)) {
      return 3;
    }
    if (query.parts.every((part) => ` ${entry.key}`.includes(` ${part}`))) {
      return 4;
    }
    if (entry.key.replaceAll(" ", "").includes(query.joined)) {
      return 5;
    }
    return query.parts.every((part) => entry.all.includes(` ${part}`)) ? 6 : -1;
  };

  const find = (entries, text, most) => {
    const plain = words(text);
    const query = { text: plain, parts: plain.split(" "), joined: plain.replaceAll(" ", ""), number: number(text), spelling: text.trim() };
    const hits = [];
    entries.forEach((entry, place) => {
      const found = rank(entry, query);
      if (found >= 0) {
        hits.push({ entry, found, place });
      }
    });
    hits.sort((a, b) => a.found - b.found || a.entry.order - b.entry.order || a.entry.away - b.entry.away || a.entry.key.length - b.entry.key.length || a.place - b.place);
    return hits.slice(0, most).map((hit) => hit.entry);
  };

  return { prepare, find };
})();
