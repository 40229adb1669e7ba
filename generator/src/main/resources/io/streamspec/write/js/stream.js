// Walks over the headers and records of a stream. Reads no more than heads and the first octets of bodies, and does no
// reading itself: a generator yields { offset, octets } for what it needs, and is given it.
(function (streamspec) {
  'use strict';

  const WINDOW = 65536; // octets of a body, or of headers, that are looked at
  const HEADS = 4096; // octets that are read at once to find heads in

  /** A stream of one specification: what earlier headers and records say, and what follows. */
  function begin(specification, path) {
    return { specification, path, context: new Map(), headers: 0, big: false, isEnded: false, inner: null };
  }

  /** Reads a body that no section describes. */
  function opaque(anchor) {
    return (r) => {
      r.begin({ name: '', table: '', anchor, order: 'stream' });
      r.blob('body', null);
    };
  }

  /**
   * A reader of the `size` octets of a file. Of `options`, `specification` names one, if the first octets shall not
   * tell; `big` is the byte order where no header says it. Each call of `next` is a generator that ends with the next
   * header or record, or null at the end.
   */
  function reader(size, options) {
    const state = { size, at: 0, chunk: new Uint8Array(0), chunkAt: 0, streams: [], isDone: false };

    /** `octets` at `offset`, or fewer where the file ends. */
    function* load(offset, octets) {
      const wanted = Math.min(octets, state.size - offset);
      if (wanted <= 0) {
        return new Uint8Array(0);
      }
      const end = state.chunkAt + state.chunk.length;
      if (offset < state.chunkAt || offset + wanted > end) {
        const most = Math.min(Math.max(wanted, HEADS), state.size - offset);
        state.chunk = yield { offset, octets: most };
        state.chunkAt = offset;
      }
      return state.chunk.subarray(offset - state.chunkAt, offset - state.chunkAt + wanted);
    }

    /** The structure at `offset`, up to `end`. Of its octets, `there` are there, and the others zero. */
    function* structure(read, stream, offset, end, slack, there = end) {
      let octets = yield* load(offset, Math.min(there, WINDOW));
      if (there < end) {
        const whole = new Uint8Array(end);
        whole.set(octets);
        octets = whole;
      }
      return streamspec.decode(read, { octets, base: offset, end, slack, big: stream.big, context: stream.context });
    }

    /** The specification that was asked for, or else the one of whose constants the first octets have the most. */
    function* recognised() {
      const asked = streamspec.specifications.find(({ name }) => name === options.specification);
      let best = { specification: asked ?? null, right: 0 };
      for (let specification of asked === undefined ? streamspec.specifications : []) {
        let { right, wrong } = yield* constants(begin(specification, ''));
        if (right > wrong && right > best.right) {
          best = { specification, right };
        }
      }
      return best.specification;
    }

    /** The byte order that the octets of a constant of the first header tell, before that is read. */
    function* settle(stream, at) {
      const { mark } = stream.specification;
      if (mark === undefined || stream.context.size > 0) {
        return;
      }
      const octets = yield* load(at + mark.at, mark.octets);
      stream.big = octets.length === mark.octets && streamspec.integer(octets, true) === mark.value;
    }

    /** How many octets of the constants of a stream's headers are right and wrong. */
    function* constants(stream) {
      const sum = { right: 0, wrong: 0, at: 0 };
      yield* settle(stream, 0);
      for (let { name, read } of stream.specification.headers) {
        let decoded = yield* structure(read, stream, sum.at, state.size - sum.at, Infinity);
        sum.right += decoded.right;
        sum.wrong += decoded.wrong;
        sum.at += decoded.taken;
        remember(stream, name, decoded.part);
      }
      return sum;
    }

    /** Takes note of a header, which may say in which order the octets of what follows stand. */
    function remember(stream, name, part) {
      const { isBig, mark } = stream.specification;
      stream.context.set(name, part);
      if (mark !== undefined) {
        return;
      }
      stream.big = isBig === null ? options.big === true : isBig(stream.context);
    }

    function entry(stream, kind, name, anchor, offset) {
      const { page, name: specification } = stream.specification;
      return { kind, name, anchor, page, specification, path: stream.path, offset, length: 0, rows: [], problems: [] };
    }

    function told(found, rule, must, text, offset) {
      found.problems.push({ rule, must, text, offset });
    }

    /** A problem behind which nothing can be read. */
    function end(found, rule, text, offset) {
      told(found, rule, true, text, offset);
      state.isDone = true;
      return found;
    }

    function fill(found, decoded) {
      found.rows = decoded.rows;
      found.isPartial = decoded.isPartial;
      found.problems = found.problems.concat(decoded.problems);
    }

    function* header(stream) {
      const { name, anchor, read } = stream.specification.headers[stream.headers++];
      const found = entry(stream, 'header', name, anchor, state.at);
      yield* settle(stream, state.at);
      const decoded = yield* structure(read, stream, state.at, state.size - state.at, Infinity);
      fill(found, decoded);
      found.length = decoded.taken;
      remember(stream, name, decoded.part);
      if (decoded.problems.some(({ rule }) => rule === read.layout) || decoded.isPartial) {
        state.isDone = true;
      }
      state.at += decoded.taken;
      if (stream.headers === stream.specification.headers.length) {
        enter(stream);
      }
      return found;
    }

    /** Begins the stream that the headers announce, if they do and its specification is here. */
    function enter(stream) {
      const r = { earlier: (structure, field) => stream.context.get(structure)?.values.get(field) ?? 0n };
      const announced = stream.specification.follows?.find(({ when }) => when(r));
      const next = streamspec.specifications.find(({ name }) => name === announced?.specification);
      if (next !== undefined && !state.isDone) {
        stream.inner = { ...announced, stream: begin(next, stream.path + next.shortName + '/') };
        state.streams.push(stream.inner.stream);
      }
    }

    function* head(stream) {
      const { read, size } = stream.specification.frame;
      return yield* structure(read, stream, state.at, Math.min(size, state.size - state.at), 0);
    }

    function* record(stream) {
      const { frame, records } = stream.specification;
      const offset = state.at;
      const heading = yield* head(stream);
      if (state.size - offset < frame.size) {
        const cut = entry(stream, 'record', '', frame.anchor, offset);
        return end(cut, 'order.complete', 'the stream ends within the head of a record', offset);
      }
      const { values } = heading.part;
      const type = values.get(frame.type);
      const kind = records.get(String(type));
      const found = entry(stream, 'record', kind?.name ?? 'unknown', kind?.anchor ?? frame.anchor, offset);
      found.type = type;
      found.length = values.get(frame.length);
      found.head = heading.rows;
      const isOther = ({ rule }) => rule !== frame.typeRule; // whether a type is fine is told below
      heading.rows.forEach((row) => { row.problems = row.problems.filter(isOther); });
      found.problems = heading.problems.filter(isOther);
      if (kind === undefined && !frame.isOptional(type)) {
        told(found, frame.typeRule, true, 'is no known type, and the record is not optional', offset);
      }
      yield* body(stream, found, kind, offset + frame.size);
      follow(stream, kind);
      return found;
    }

    function* body(stream, found, kind, start) {
      const { frame } = stream.specification;
      const room = state.size - start;
      const isTooLong = found.length > frame.limit;
      if (isTooLong) {
        told(found, frame.lengthRule, true, `is more than the limit of ${frame.limit} octets`, found.offset);
      }
      if (found.length > BigInt(room)) {
        const missing = found.length - BigInt(room);
        end(found, 'order.complete', `the stream ends ${missing} octets before the record does`, found.offset);
      }
      const length = isTooLong ? 0 : Number(found.length);
      if (!isTooLong) {
        const read = kind?.read ?? opaque(found.anchor);
        const whole = Math.max(length, kind?.whole ?? 0);
        const decoded = yield* structure(read, stream, start, whole, kind?.slack ?? 0, length);
        decoded.rows.forEach((row) => clip(row, start + length));
        fill(found, decoded);
        stream.context.set(kind?.structure, decoded.part);
      }
      if (state.isDone) {
        return;
      }
      yield* padding(found, start + Number(found.length), frame);
    }

    /** Octets that a body lacks take no room. */
    function clip(row, end) {
      const behind = row.offset + row.octets;
      row.offset = Math.min(row.offset, end);
      row.octets = Math.min(behind, end) - row.offset;
      row.rows.forEach((inner) => clip(inner, end));
    }

    function* padding(found, start, frame) {
      const missing = (frame.alignment - (start - found.offset) % frame.alignment) % frame.alignment;
      const octets = yield* load(start, missing);
      if (octets.length < missing) {
        end(found, 'order.complete', `the stream ends ${missing - octets.length} octets before the record does`, start);
      }
      if (octets.some((octet) => octet !== 0)) {
        told(found, frame.paddingRule, false, 'is not zero', start);
      }
      state.at = start + missing;
    }

    /** What a record means for what comes behind it. */
    function follow(stream, kind) {
      if (kind === undefined || state.isDone) {
        return;
      }
      const outer = state.streams[state.streams.length - 2];
      stream.isEnded = kind.isClosing;
      stream.mayResume = stream.inner !== null && stream.inner.resumedBehind.includes(kind.name);
      if (kind.continues !== null) {
        const next = streamspec.specifications.find(({ name }) => name === kind.continues.specification);
        if (next === undefined) {
          state.isDone = true;
          return;
        }
        stream.inner = { ...kind.continues, stream: begin(next, stream.path + next.shortName + '/') };
        state.streams.push(stream.inner.stream);
      } else if (outer !== undefined && outer.inner.until.includes(kind.name)) {
        state.streams.pop();
        outer.inner = stream.isEnded ? null : outer.inner;
      }
    }

    /** Goes back into a stream inside that has stopped here before, unless a record comes next that keeps it waiting. */
    function* resume(stream) {
      stream.mayResume = false;
      const { records, frame } = stream.specification;
      if (state.size - state.at < frame.size) {
        return;
      }
      const heading = yield* head(stream);
      const kind = records.get(String(heading.part.values.get(frame.type)));
      if (kind === undefined || !stream.inner.unless.includes(kind.name)) {
        state.streams.push(stream.inner.stream);
      }
    }

    function* next() {
      if (state.streams.length === 0 && !state.isDone) {
        const specification = yield* recognised();
        if (specification === null) {
          state.isDone = true;
          const found = { kind: 'nothing', name: '', anchor: '', page: '', path: '', offset: 0, length: 0, rows: [] };
          const text = 'the first octets are those of no specification here';
          return { ...found, problems: [{ rule: '', must: true, text, offset: 0 }] };
        }
        state.streams.push(begin(specification, ''));
      }
      let stream = state.streams[state.streams.length - 1];
      if (!state.isDone && stream.mayResume) {
        yield* resume(stream);
        stream = state.streams[state.streams.length - 1];
      }
      if (state.isDone) {
        return null;
      } else if (stream.headers < stream.specification.headers.length) {
        return yield* header(stream);
      } else if (stream.specification.frame === null || state.at >= state.size) {
        state.isDone = true;
        return null;
      } else if (stream.isEnded) {
        const rest = entry(stream, 'rest', '', stream.specification.frame.anchor, state.at);
        rest.length = state.size - state.at;
        state.isDone = true;
        told(rest, 'order.end', false, `${rest.length} octets follow the last record`, state.at);
        return rest;
      }
      return yield* record(stream);
    }

    return { next, state };
  }

  /** Runs a generator over octets in memory; what it ends with. */
  function run(generator, octets) {
    let step = generator.next();
    while (!step.done) {
      let { offset, octets: count } = step.value;
      step = generator.next(octets.subarray(offset, offset + count));
    }
    return step.value;
  }

  /** Runs a generator over a File or Blob, of which only slices are read; a promise of what it ends with. */
  function runOnFile(generator, file) {
    function go(step) {
      if (step.done) {
        return Promise.resolve(step.value);
      }
      const { offset, octets } = step.value;
      const slice = file.slice(offset, offset + octets);
      return slice.arrayBuffer().then((buffer) => go(generator.next(new Uint8Array(buffer))));
    }
    return go(generator.next());
  }

  streamspec.reader = reader;
  streamspec.run = run;
  streamspec.runOnFile = runOnFile;
})(globalThis.streamspec);
