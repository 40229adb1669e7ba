// Prints what a parser made by Kaitai reads, a line a field: dump.js FOLDER CLASS STREAM...
// Parameters and what JavaScript adds are left out; of octets there is the hexadecimal form.
'use strict';

const fs = require('fs');
const path = require('path');
const KaitaiStream = require('kaitai-struct/KaitaiStream');

function lines(where, value) {
  if (value instanceof Uint8Array) {
    return [`${where}: [${Buffer.from(value).toString('hex')}]`];
  } else if (Array.isArray(value)) {
    return value.flatMap((one, i) => lines(`${where}[${i}]`, one));
  } else if (value === null || typeof value !== 'object') {
    return [`${where}: ${JSON.stringify(value)}`];
  }
  const read = Object.keys(value._debug).filter((name) => !name.startsWith('_'));
  const computed = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(value)))
    .filter(([name, property]) => property.get && !name.endsWith('Next'))
    .map(([name]) => name);
  return [...read, ...computed].flatMap((name) => lines(where ? `${where}.${name}` : name, value[name]));
}

const [folder, name, ...streams] = process.argv.slice(2);
const Root = require(path.resolve(folder, name + '.js'))[name];
try {
  for (const stream of streams) {
    const octets = fs.readFileSync(stream);
    const start = octets.byteOffset;
    const root = new Root(new KaitaiStream(octets.buffer.slice(start, start + octets.length), 0));
    root._read();
    console.log(lines('', root).join('\n'));
  }
} catch (problem) {
  const [, type] = /at [\w.]*?(\w+)\._read/.exec(problem.stack) || [];
  console.error(`${problem.name} in ${type}: ${problem.message}`);
  process.exit(1);
}
