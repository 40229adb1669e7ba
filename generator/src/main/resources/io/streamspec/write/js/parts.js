// Reads arrays and structures inside of others, and judges the rules of a structure.
(function (streamspec) {
  'use strict';

  const LISTED = 32; // elements of an array that become rows
  const { fault, NOT_LOADED } = streamspec;

  Object.assign(streamspec.Cursor, {
    /** Elements of `each` octets, or each of its own size if null; `count` is null for all that fit. */
    array(name, count, each, read) {
      const row = this.open(name);
      const start = this.at;
      const number = count === null && each !== null ? this.fitting(name, each) : count;
      if (each !== null) {
        this.need(name, each < 0n || number < 0n ? -1n : each * number);
      }
      const values = this.elements(name, row, number, each, read);
      if (each !== null) {
        this.at = start + Number(each * number);
      }
      row.count = number === null ? BigInt(values.length) : number;
      row.more = Number(row.count) - row.rows.length;
      return this.close(row, values);
    },

    fitting(name, each) {
      const room = BigInt(this.end - this.at);
      if (each <= 0n || room % each !== 0n) {
        throw fault(`${name}: ${room} octets are no multiple of ${each}`, this.at);
      }
      return room / each;
    },

    elements(name, row, number, each, read) {
      const values = [];
      const outer = this.rows;
      const most = each === 0n && number > LISTED ? LISTED : number;
      while (most === null ? this.at < this.end : values.length < most) {
        if (--this.steps < 0) {
          throw NOT_LOADED;
        }
        let from = this.at;
        let isBlind = each !== null && this.at + Number(each) > this.octets.length;
        if (isBlind && values.length >= LISTED) {
          values.isPartial = true;
          break;
        }
        this.rows = [];
        this.element = `${row.name}[${values.length}]`;
        values.push(read(name, row));
        let element = this.rows[0];
        if (row.rows.length < LISTED || element.problems.length > 0) {
          row.rows.push(element);
        }
        if (most === null && this.at === from) {
          throw fault(`${name}: an element takes no octets`, this.at);
        }
      }
      this.rows = outer;
      return values;
    },

    /** The fields of another structure. */
    composite(name, read) {
      const row = this.open(name);
      const outer = { part: this.part, rows: this.rows };
      this.rows = row.rows;
      read(this);
      this.part = outer.part;
      this.rows = outer.rows;
      this.close(row);
    },

    /** How many elements of an earlier array `where` holds for. */
    counted(values, where) {
      if (values === undefined) {
        return 0n;
      } else if (values.isPartial) {
        throw NOT_LOADED;
      }
      return BigInt(values.filter(where).length);
    },

    /** The octets that a field took. */
    octetsOf(name, part = this.part) {
      const row = part.rows.get(name);
      return BigInt(row === undefined ? 0 : row.octets);
    },

    /** The elements, octets or characters that a field has. */
    countOf(name, part = this.part) {
      const row = part.rows.get(name);
      return row === undefined || row.count === undefined ? 0n : row.count;
    },

    /** The latest header or record of another structure. */
    before(structure) {
      const part = this.context.get(structure);
      if (part === undefined) {
        throw fault(`no ${structure} stands before what depends on it`, this.at);
      }
      return part;
    },

    /** A field of the latest header or record of another structure. */
    earlier(structure, field) {
      return this.before(structure).values.get(field) ?? 0n;
    },

    /** A rule over the whole structure. */
    check(rule, must, field, text, holds) {
      const row = this.part.rows.get(field);
      try {
        if (!holds()) {
          this.report(row ?? this.own, rule, must, text);
        }
      } catch (problem) {
        if (!problem.isFault) {
          throw problem;
        }
        this.report(row ?? this.own, rule, must, `${text}: ${problem.text}`);
      }
    },
  });
})(globalThis.streamspec);
