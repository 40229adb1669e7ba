// Reads the fields of a structure, one behind the other, from the octets at hand. What a field holds becomes a row:
// { name, anchor, offset, octets, value, text, symbol, problems, rows, more }. Numbers are BigInt, unsigned.
(function (streamspec) {
  'use strict';

  const { bits, characters, fault, hexadecimal, within } = streamspec;

  const SHOWN = 64; // octets of a blob that are shown
  const STEPS = 200000; // fields that are looked at in one structure

  /** Thrown where octets that are in the stream were not loaded. */
  const NOT_LOADED = { isNotLoaded: true };

  /** The unsigned integer that `octets` are. */
  function integer(octets, big) {
    let value = 0n;
    for (let start = 0; start < octets.length; start += 6) {
      let end = Math.min(start + 6, octets.length);
      let step = 0;
      for (let i = start; i < end; i++) {
        step = step * 256 + octets[big ? i : octets.length - 1 - i];
      }
      value = start === 0 ? BigInt(step) : value << BigInt(8 * (end - start)) | BigInt(step);
    }
    return value;
  }

  const Cursor = {
    /** Requires that the structure has `size` octets here. */
    need(name, size) {
      const room = BigInt(this.end - this.at);
      if (size < 0n || size > room) {
        const more = size - room === 1n ? "octet is" : "octets are";
        const what = size < 0n ? `its size would be ${size}` : `${size - room} more ${more} needed`;
        throw fault(`${name}: ${what}`, this.at);
      }
    },

    /** The next `size` octets, which must be loaded. */
    take(name, size) {
      this.need(name, BigInt(size));
      if (this.at + size > this.octets.length || --this.steps < 0) {
        throw NOT_LOADED;
      }
      this.at += size;
      return this.octets.subarray(this.at - size, this.at);
    },

    /** The number that octets are, in steps of six, which a Number holds exactly. */
    integer(octets) {
      return integer(octets, this.part.big);
    },

    open(name) {
      const part = this.part;
      const field = this.element === '' ? name : this.element;
      const anchor = part.table === '' ? part.anchor : part.table + '.' + name;
      const row = { name: field, field: name, anchor, offset: this.base + this.at, octets: 0, problems: [], rows: [] };
      this.element = '';
      this.rows.push(row);
      return row;
    },

    close(row, value) {
      row.octets = this.base + this.at - row.offset;
      this.part.rows.set(row.field, row);
      if (typeof value === 'bigint') {
        this.part.values.set(row.field, value);
      }
      return value;
    },

    report(row, rule, must, text) {
      const problem = { rule, must, text, offset: row.offset };
      row.problems.push(problem);
      this.problems.push(problem);
    },

    rule(name, kind) {
      return this.part.name + '.' + name + '.' + kind;
    },

    /** An unsigned integer; `allowed` is a list of ranges, empty if every value is. */
    number(name, octets, allowed) {
      const row = this.open(name);
      row.value = this.integer(this.take(name, octets));
      if (allowed.length > 0 && !within(row.value, allowed)) {
        this.report(row, this.rule(name, 'allowed'), true, 'is none of the allowed values');
      }
      return this.close(row, row.value);
    },

    /** One of `values`; `asWritten` if its octets stand in the order in which they are written, whatever the stream's. */
    constant(name, octets, values, asWritten) {
      const row = this.open(name);
      const taken = this.take(name, octets);
      row.value = asWritten ? integer(taken, true) : this.integer(taken);
      row.hex = octets;
      const isRight = values.some((value) => value === row.value);
      this[isRight ? 'right' : 'wrong'] += octets;
      if (!isRight) {
        this.report(row, this.rule(name, 'constant'), true, `is not ${hexadecimal(values[0], octets)}`);
      }
      return this.close(row, row.value);
    },

    enumerated(name, octets, enumeration, open) {
      const row = this.open(name);
      row.value = this.integer(this.take(name, octets));
      row.hex = octets;
      if (!this.named(row, enumeration)) {
        this.report(row, this.rule(name, 'known'), !open, 'is a value without a meaning');
      }
      return this.close(row, row.value);
    },

    named(row, enumeration) {
      row.symbol = enumeration.values.get(String(row.value));
      if (row.symbol !== undefined && enumeration.isShown) {
        row.symbolAnchor = enumeration.name + '.' + row.symbol;
      }
      return row.symbol !== undefined;
    },

    /** An integer of named bits: { name, low, width, reserved, names }. */
    flags(name, octets, ranges) {
      const row = this.open(name);
      row.value = this.integer(this.take(name, octets));
      row.hex = octets;
      for (let range of ranges) {
        let value = bits(row.value, range.low, range.width);
        let part = { name: range.name, offset: row.offset, octets, value, problems: [], rows: [] };
        part.anchor = row.anchor + (this.part.table === '' ? '' : '.' + range.anchor);
        part.bits = range.width === 1 ? `bit ${range.low}` : `bits ${range.low + range.width - 1}–${range.low}`;
        if (range.reserved && value !== 0n) {
          this.report(part, this.rule(name, 'reserved'), false, 'reserved bits are not zero');
        } else if (range.names !== null && !this.named(part, range.names)) {
          this.report(part, this.rule(name, range.name + '.known'), true, 'is a value without a meaning');
        }
        if (!range.reserved || value !== 0n) {
          row.rows.push(part);
        }
      }
      return this.close(row, row.value);
    },

    reserved(name, size) {
      const row = this.open(name);
      row.isReserved = true;
      this.pass(name, size, row);
      if (row.octetsShown.some((octet) => octet !== 0)) {
        this.report(row, this.rule(name, 'zero'), false, 'is not zero');
      }
      this.close(row);
    },

    /** Zeroes up to a multiple of `alignment`. */
    padding(name, alignment) {
      const missing = (alignment - (this.at - this.part.start) % alignment) % alignment;
      this.reserved(name, BigInt(Math.min(missing, this.end - this.at)));
    },

    /** Goes over octets, loaded or not; what is loaded of the first ones is shown. */
    pass(name, size, row) {
      this.need(name, size);
      const octets = Number(size);
      const loaded = Math.max(0, Math.min(octets, this.octets.length - this.at));
      row.octetsShown = this.octets.slice(this.at, this.at + Math.min(loaded, SHOWN));
      row.count = size;
      this.at += octets;
    },

    /** Octets without inner structure; `size` is null for all that is left. */
    blob(name, size) {
      const row = this.open(name);
      this.pass(name, size === null ? BigInt(this.end - this.at) : size, row);
      this.close(row);
    },

    text(name, size) {
      const row = this.open(name);
      const start = this.at;
      this.pass(name, size === null ? BigInt(this.end - this.at) : size, row);
      const loaded = this.octets.subarray(start, Math.min(this.at, start + SHOWN * SHOWN));
      row.octetsShown = undefined;
      row.text = characters(loaded) + (loaded.length < this.at - start ? '…' : '');
      this.close(row);
    },

    terminated(name, terminator) {
      const row = this.open(name);
      const end = this.octets.indexOf(terminator, this.at);
      if (--this.steps < 0 || (end < 0 && this.end > this.octets.length)) {
        throw NOT_LOADED;
      } else if (end < 0 || end >= this.end) {
        throw fault(`${name}: the octet ${terminator} that ends it is missing`, this.at);
      }
      row.text = characters(this.octets.subarray(this.at, end));
      row.count = BigInt(end - this.at);
      this.at = end + 1;
      this.close(row);
    },

    /**
     * Begins a structure: { name, table, anchor, order }. `table` is what the ids of its fields begin with, or empty if
     * they have none; `order` is big, little or stream.
     */
    begin({ name, table, anchor, order }) {
      const big = order === 'stream' ? this.big : order === 'big';
      this.part = { name, table, anchor, big, start: this.at, rows: new Map(), values: new Map() };
      if (this.top === null) {
        this.top = this.part;
      }
    },
  };

  /**
   * Reads a structure from `octets`, the loaded beginning of its `end` octets, which lie at `base` in the stream:
   * its rows, its part with the values of fields, its problems, and
   * how many octets of constants were right and wrong. Throws nothing.
   */
  function decode(read, { octets, base, end, big, context, slack }) {
    const own = { offset: base, problems: [] };
    const cursor = Object.assign(Object.create(Cursor), { octets, base, end, big, context, own });
    Object.assign(cursor, { at: 0, steps: STEPS, rows: [], problems: [], element: '', top: null, right: 0, wrong: 0 });
    const top = cursor.rows;
    const result = { rows: top, problems: cursor.problems, part: null, isPartial: false };
    try {
      read(cursor);
      if (end - cursor.at > slack) {
        const left = end - cursor.at;
        throw fault(`${left === 1 ? '1 octet is' : `${left} octets are`} left behind its last field`, cursor.at);
      }
      if (read.padding && octets.subarray(cursor.at, end).some((octet) => octet !== 0)) {
        cursor.problems.push({ rule: read.padding, must: false, text: 'padding is not zero', offset: base + cursor.at });
      }
    } catch (problem) {
      if (problem.isNotLoaded) {
        result.isPartial = true;
      } else if (problem.isFault) {
        const offset = base + (problem.at ?? cursor.at);
        cursor.problems.push({ rule: read.layout, must: true, text: problem.text, offset });
      } else {
        throw problem;
      }
    }
    return Object.assign(result, { part: cursor.top, taken: cursor.at, right: cursor.right, wrong: cursor.wrong });
  }

  streamspec.integer = integer;
  streamspec.decode = decode;
  streamspec.Cursor = Cursor;
  streamspec.NOT_LOADED = NOT_LOADED;
})(globalThis.streamspec);
