// Compiles Kaitai descriptions: compile.js LANGUAGE FROM TO ID...
// reads FROM/ID.ksy, and what it imports from beside it, and writes what the compiler makes of it to the folder TO.
'use strict';

const fs = require('fs');
const path = require('path');
const compiler = require('kaitai-struct-compiler');
const yaml = require('js-yaml');

const [language, from, to, ...ids] = process.argv.slice(2);
const read = (id) => yaml.load(fs.readFileSync(path.join(from, id + '.ksy'), 'utf8'));
const importer = { importYaml: (id) => Promise.resolve(read(id)) };

(async () => {
  for (const id of ids) {
    const isDebug = language === 'javascript'; // keeps where each field stood
    const files = await compiler.compile(language, read(id), importer, isDebug);
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(to, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
    }
  }
})().catch((problem) => {
  console.error(String(problem));
  process.exit(1);
});
