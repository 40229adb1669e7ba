// Octets that people paste: hexadecimal digits with or without spaces, and what hexdump -C and xxd print.
(function (streamspec) {
  'use strict';

  /** The octets of a line, and the offset that it says it has: { offset, digits }; offset is null if it says none. */
  function parsed(line, isDump) {
    const xxd = /^\s*([0-9a-f]{4,16}):\s+((?:[0-9a-f]{2,}\s?)*)/i.exec(line);
    if (xxd !== null) {
      return { offset: parseInt(xxd[1], 16), digits: xxd[2] };
    }
    const dump = isDump ? /^\s*([0-9a-f]{7,16})(?=\s|$)([^|]*)/i.exec(line) : null;
    if (dump !== null) {
      return { offset: parseInt(dump[1], 16), digits: dump[2] };
    }
    return { offset: null, digits: line.replace(/#.*/, '').replace(/0x/gi, ' ').replace(/,/g, ' ') };
  }

  /** Whether lines begin with offsets, as hexdump prints them: the second line says what the first one has. */
  function isDump(lines) {
    return lines.some((line) => /\|.*\|\s*$/.test(line) || /^[0-9a-f]{8} {2}([0-9a-f]{2} {1,2}){1,16}/i.test(line));
  }

  /** The octets that `text` writes: { octets, problem }; the problem is empty if there is none. */
  function hex(text) {
    const lines = text.split(/\r?\n/);
    const dump = isDump(lines);
    const octets = [];
    let repeats = false;
    for (let [i, line] of lines.entries()) {
      if (line.trim() === '*') {
        repeats = true;
        continue;
      }
      let { offset, digits } = parsed(line, dump);
      if (repeats && offset !== null && !repeat(octets, offset)) {
        return { octets: new Uint8Array(0), problem: `line ${i + 1}: * repeats more than can be shown here` };
      }
      repeats = false;
      let plain = digits.replace(/\s+/g, '');
      if (!/^([0-9a-f]{2})*$/i.test(plain)) {
        return { octets: new Uint8Array(0), problem: `line ${i + 1}: not an even number of hexadecimal digits` };
      }
      for (let at = 0; at < plain.length; at += 2) {
        octets.push(parseInt(plain.slice(at, at + 2), 16));
      }
    }
    return { octets: Uint8Array.from(octets), problem: '' };
  }

  /** The last 16 octets again and again, up to `offset`; whether that is not too much. */
  function repeat(octets, offset) {
    const first = octets.length - 16;
    if (first < 0 || offset > 1 << 24) {
      return false;
    }
    while (octets.length < offset) {
      octets.push(octets[first + (octets.length - first) % 16]);
    }
    return true;
  }

  streamspec.hex = hex;
})(globalThis.streamspec);
