// The decoder page: takes a file or pasted octets, and shows what the generated readers find in them.
(function (streamspec) {
  'use strict';

  const MOST = 200; // entries that are shown at once
  const OPEN = 12; // entries whose fields are shown at once
  const $ = (id) => document.getElementById(id);
  let run = null;

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className !== '') {
      made.className = className;
    }
    made.append(...children);
    return made;
  }

  /** A name that may go on in the next line behind its underscores and dots. */
  function wrapped(name) {
    return name.split(/(?<=[_.])(?=[^_.\s])/).flatMap((part, at) => (at > 0 ? [element('wbr', ''), part] : [part]));
  }

  function link(entry, anchor, text) {
    if (anchor === '') {
      return element('span', '', ...wrapped(text));
    }
    const made = element('a', '', ...wrapped(text));
    made.href = entry.page + '#' + encodeURIComponent(anchor);
    made.target = 'specification'; // what is decoded stays in this tab
    return made;
  }

  function hexadecimal(octets) {
    return Array.from(octets, (octet) => octet.toString(16).padStart(2, '0'));
  }

  function place(offset) {
    return `0x${offset.toString(16).toUpperCase().padStart(8, '0')}`;
  }

  function grouped(number) {
    return number.toString().replace(/\B(?=(\d{3})+$)/g, ',');
  }

  function counted(number, word) {
    return `${grouped(number)} ${word}${String(number) === '1' ? '' : 's'}`;
  }

  /** What a field holds, as nodes. */
  function value(entry, row) {
    if (row.symbol !== undefined) {
      const name = row.symbolAnchor === undefined ? row.symbol : link(entry, row.symbolAnchor, row.symbol);
      return [name, ` (${streamspec.hexadecimal(row.value, 1)})`];
    } else if (row.hex !== undefined) {
      return [streamspec.hexadecimal(row.value, row.hex)];
    } else if (row.value !== undefined) {
      return [row.value > 9n ? `${row.value} (${streamspec.hexadecimal(row.value, 1)})` : String(row.value)];
    } else if (row.text !== undefined) {
      return [element('code', '', JSON.stringify(row.text))];
    } else if (row.octetsShown !== undefined) {
      const shown = hexadecimal(row.octetsShown).join(' ');
      return [element('code', '', shown + (BigInt(row.octetsShown.length) < row.count ? ' …' : ''))];
    } else if (row.more !== undefined) {
      const more = row.more > 0 ? `, ${grouped(row.more)} of them not listed` : '';
      return [counted(row.count, 'element') + more];
    }
    return [];
  }

  function problem(entry, { rule, must, text }) {
    const words = element('p', must ? 'problem fault' : 'problem', must ? 'Fault: ' : 'Remark: ', text);
    if (rule !== '') {
      words.append(' (', link(entry, 'rule.' + rule, rule), ')');
    }
    return words;
  }

  function addRow(entry, row, depth, body) {
    const name = element('th', `depth-${Math.min(depth, 4)}`, link(entry, row.anchor, row.name));
    name.scope = 'row';
    const held = element('td', row.isReserved ? 'reserved' : '', ...value(entry, row));
    held.append(...row.problems.map((one) => problem(entry, one)));
    const offset = element('td', 'number', place(row.offset), element('small', '', ` ${grouped(row.offset)}`));
    const made = element('tr', '', offset, element('td', 'number', row.bits ?? grouped(row.octets)), name, held);
    made.dataset.field = row.name;
    made.dataset.offset = row.offset;
    body.append(made);
    row.rows.forEach((inner) => addRow(entry, inner, depth + 1, body));
  }

  function table(entry) {
    const heads = ['Offset', 'Octets', 'Field', 'Value'].map((text) => element('th', '', text));
    heads.forEach((head) => { head.scope = 'col'; });
    const body = element('tbody', '');
    [...(entry.head ?? []), ...entry.rows].forEach((row) => addRow(entry, row, 0, body));
    const made = element('table', 'fields', element('thead', '', element('tr', '', ...heads)), body);
    made.setAttribute('aria-label', `Fields of ${entry.name} at ${place(entry.offset)}`);
    return made;
  }

  function isTold(rows, one) {
    return rows.some((row) => row.problems.includes(one) || isTold(row.rows, one));
  }

  function fields(entry) {
    const rows = [...(entry.head ?? []), ...entry.rows];
    const made = element('div', '');
    made.append(...entry.problems.filter((one) => !isTold(rows, one)).map((one) => problem(entry, one)));
    if (rows.length > 0) {
      made.append(table(entry));
    }
    if (entry.isPartial) {
      made.append(element('p', 'quiet', 'The rest lies beyond the part of the record that this page reads.'));
    }
    return made;
  }

  function title(entry) {
    const name = { nothing: 'Nothing that is known here', rest: 'What is left' }[entry.kind] ?? entry.name;
    const shown = name === '' ? 'A record that is cut off' : name;
    const words = [entry.path, link(entry, entry.anchor, shown)];
    if (entry.kind === 'record' && entry.type !== undefined) {
      words.push(` type ${streamspec.hexadecimal(entry.type, 1)}, body of ${counted(entry.length, 'octet')}`);
    } else if (entry.kind !== 'nothing') {
      words.push(` ${counted(entry.length, 'octet')}`);
    }
    return element('span', '', ...words);
  }

  function item(entry, isOpen) {
    const made = element('li', entry.problems.some(({ must }) => must) ? 'faulty' : '');
    made.dataset.record = entry.name;
    made.dataset.offset = entry.offset;
    made.dataset.path = entry.path;
    made.dataset.problems = entry.problems.length;
    const toggle = element('button', 'toggle', place(entry.offset), element('small', '', ` ${grouped(entry.offset)}`));
    toggle.type = 'button';
    made.append(toggle, ' ', title(entry));
    if (entry.problems.length > 0) {
      made.append(element('strong', 'problem', ` ${counted(entry.problems.length, 'problem')}`));
    }
    let shown = null;
    const turn = (open) => {
      shown = shown ?? made.appendChild(fields(entry));
      shown.hidden = !open;
      toggle.setAttribute('aria-expanded', open);
    };
    toggle.setAttribute('aria-expanded', false);
    toggle.addEventListener('click', () => turn(toggle.getAttribute('aria-expanded') === 'false'));
    if (isOpen) {
      turn(true);
    }
    return made;
  }

  /** Shows the next entries of a run, unless another run has begun meanwhile. */
  async function go(mine) {
    $('more').hidden = true;
    for (let count = 0; count < MOST; count++) {
      const entry = await mine.step(mine.reader.next());
      if (run !== mine) {
        return;
      } else if (entry === null) {
        $('status').textContent = `${mine.shown === 1 ? 'One header or record' : `${mine.shown} headers and records`}, to the end.`;
        return;
      }
      mine.shown++;
      $('result').append(item(entry, mine.shown <= OPEN || entry.problems.length > 0 && mine.shown <= MOST));
    }
    $('status').textContent = `The first ${mine.shown} headers and records.`;
    $('more').hidden = false;
  }

  function begin(size, step) {
    $('result').replaceChildren();
    const options = { specification: $('specification').value, big: $('order')?.value === 'big' };
    run = { reader: streamspec.reader(size, options), step, shown: 0 };
    const mine = run;
    go(mine).catch((error) => {
      if (run === mine) {
        $('status').textContent = `The file cannot be read: ${error.message}`;
      }
    });
  }

  function decodeFile(file) {
    $('status').textContent = `${file.name}, ${counted(file.size, 'octet')}`;
    begin(file.size, (generator) => streamspec.runOnFile(generator, file));
  }

  function decodeHex() {
    const { octets, problem: fault } = streamspec.hex($('hex').value);
    if (fault !== '') {
      run = null;
      $('result').replaceChildren();
      $('more').hidden = true;
      $('status').textContent = `The octets cannot be read: ${fault}.`;
      return;
    }
    begin(octets.length, (generator) => Promise.resolve(streamspec.run(generator, octets)));
  }

  function decode() {
    const file = $('file').files[0];
    if ($('hex').value.trim() === '' && file !== undefined) {
      decodeFile(file);
    } else {
      decodeHex();
    }
  }

  $('file').addEventListener('change', () => $('file').files.length > 0 && decodeFile($('file').files[0]));
  $('decode').addEventListener('click', decode);
  $('more').addEventListener('click', () => run !== null && go(run));
  for (const name of ['dragover', 'drop']) {
    document.addEventListener(name, (event) => event.preventDefault());
  }
  $('drop').addEventListener('dragover', () => $('drop').classList.add('over'));
  $('drop').addEventListener('dragleave', () => $('drop').classList.remove('over'));
  document.addEventListener('drop', (event) => {
    $('drop').classList.remove('over');
    if (event.dataTransfer.files.length > 0) {
      $('file').files = event.dataTransfer.files; // so that it can be decoded again, as something else
      $('hex').value = '';
      decodeFile(event.dataTransfer.files[0]);
    }
  });
})(globalThis.streamspec);
