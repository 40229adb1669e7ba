// Compares what a parser made by Kaitai reads with what streamspec inspect --json printed:
// compare.js FOLDER CLASS STREAM LINES [STREAM LINES]...
// prints a line a stream: how many records and values were the same; or the first difference, and fails.
'use strict';

const fs = require('fs');
const path = require('path');
const KaitaiStream = require('kaitai-struct/KaitaiStream');

const camel = (name) => name.replace(/_([a-z0-9])/g, (all, letter) => letter.toUpperCase());

const snake = (name) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** The names of the fields that were read of an object, in order; those of parameters and instances are not among them. */
const fieldsOf = (object) => Object.keys(object._debug).filter((name) => !name.startsWith('_'));

/** The headers and records of a stream, in order, as inspect lists them. */
function* parts(stream, prefix) {
  for (const name of fieldsOf(stream)) {
    if (name === 'records') {
      for (const record of stream.records) {
        yield* recordParts(record, prefix);
      }
    } else {
      const { start, end } = stream._debug[name];
      yield { path: prefix, type: snake(name), offset: start, length: end - start, fields: stream[name] };
    }
  }
}

function* recordParts(record, prefix) {
  const names = fieldsOf(record);
  const isKnown = !(record.body instanceof Uint8Array);
  yield {
    path: prefix,
    type: isKnown ? snake(record.body.constructor.name) : undefined,
    offset: record._debug[names[0]].start,
    length: record.bodyLength,
    number: record.typeNumber,
    fields: record.body,
  };
  for (const name of names) {
    const inside = record[name];
    if (inside && inside.records) {
      yield* parts(inside, prefix + name.replace(/Resumed$/, '') + '/');
    }
  }
}

let values = 0;

function same(where, expected, actual) {
  values += 1;
  if (!Object.is(expected, actual)) {
    throw new Error(`${where}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  }
}

function compare(where, expected, actual) {
  if (Array.isArray(expected)) {
    const there = actual.filter((one) => one.isPresent !== false);
    same(where + ' count', expected.length, there.length);
    expected.forEach((one, i) => compare(`${where}[${i}]`, one, there[i].isPresent ? there[i].element : there[i]));
  } else if (expected === null || typeof expected !== 'object') {
    same(where, expected, actual);
  } else if ('start' in expected) {
    same(where + ' size', expected.size, actual.length);
    same(where, expected.start, Buffer.from(actual.slice(0, 64)).toString('hex'));
  } else if ('text' in expected) {
    same(where, expected.value, actual); // the number of a value, whether it has a name or not
  } else if ('bits' in expected) {
    same(where, Number(expected.bits), actual.value);
    compareFields(where, expected, actual, ['bits', 'reserved_bits', 'type_number']);
  } else {
    compareFields(where, expected, actual, []);
  }
}

function compareFields(where, expected, actual, left) {
  for (const [name, value] of Object.entries(expected)) {
    if (!left.includes(name)) {
      compare(`${where}.${name}`, value, actual[camel(name)]);
    }
  }
}

/** The streams around the one that is compared: libxc/ of libxl#1/libxc. */
const around = (path) =>
  path
    .replace(/#\d+/g, '')
    .split('/')
    .slice(1)
    .map((name) => name + '/')
    .join('');

function compareStream(Root, stream, lines) {
  const octets = fs.readFileSync(stream);
  const start = octets.byteOffset;
  const root = new Root(new KaitaiStream(octets.buffer.slice(start, start + octets.length), 0));
  root._read();
  const found = [...parts(root, '')];
  const expected = fs
    .readFileSync(lines, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((part) => !part.path.endsWith('/hvm')); // which the export leaves as octets
  found.slice(0, expected.length).forEach((part, i) => {
    const { type, fields, offset, length } = expected[i];
    const where = `${stream}: octet ${offset}: ${type}`;
    same(where + ' path', around(expected[i].path), part.path);
    same(where + ' offset', offset, part.offset);
    same(where + ' length', length, part.length);
    if ('record_type' in fields) {
      same(where + ' type', fields.record_type, part.number);
      compare(where + ' body', fields.body, part.fields);
    } else {
      same(where + ' type', type.toLowerCase(), part.type);
      compareFields(where, fields, part.fields, []);
    }
  });
  same(stream + ': headers and records', expected.length, found.length);
  return found.length;
}

const [folder, name, ...files] = process.argv.slice(2);
const Root = require(path.resolve(folder, name + '.js'))[name];
try {
  for (let i = 0; i < files.length; i += 2) {
    values = 0;
    const count = compareStream(Root, files[i], files[i + 1]);
    console.log(`${count} headers and records, ${values} values are the same`);
  }
} catch (problem) {
  const [, type] = /at [\w.]*?(\w+)\._read/.exec(problem.stack) || [];
  console.error(`${problem.name} in ${type}: ${problem.message}`);
  process.exit(1);
}
