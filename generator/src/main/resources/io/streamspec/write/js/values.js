// Numbers of specifications: BigInt, unsigned, with the exact arithmetic of layout rules.
globalThis.streamspec = (function () {
  'use strict';

  const LARGEST = 2n ** 63n - 1n;

  /** What cannot be read on from here; becomes a problem, and nothing else sees it. */
  function fault(text, at, rule) {
    return { isFault: true, text, at, rule };
  }

  function bits(value, low, width) {
    return value >> BigInt(low) & (1n << BigInt(width)) - 1n;
  }

  function characters(octets) {
    return Array.from(octets, (octet) => String.fromCharCode(octet)).join('');
  }

  function hexadecimal(value, octets) {
    return '0x' + value.toString(16).toUpperCase().padStart(2 * octets, '0');
  }

  /** Exact arithmetic of rules, in the bounds that the other readers have: below 2^63. */
  function exact(value, text) {
    if (value > LARGEST || value < -LARGEST - 1n) {
      throw fault(`${text} is too large to compute`);
    }
    return value;
  }

  function shift(left, right, leftwards) {
    if (right < 0n || (leftwards && right > 62n)) {
      throw fault(`a shift by ${right} is too large to compute`);
    } else if (leftwards) {
      return exact(left << right, 'a shift');
    }
    return right > 62n ? 0n : left >> right;
  }

  function divisor(value) {
    if (value === 0n) {
      throw fault('a division by 0 has no value');
    }
    return value;
  }

  const arithmetic = {
    plus: (a, b) => exact(a + b, 'a sum'),
    minus: (a, b) => exact(a - b, 'a difference'),
    times: (a, b) => exact(a * b, 'a product'),
    divided: (a, b) => a / divisor(b),
    remainder: (a, b) => a % divisor(b),
    shiftedLeft: (a, b) => shift(a, b, true),
    shiftedRight: (a, b) => shift(a, b, false),
  };

  /** Whether a value is in one of the ranges. */
  function within(value, ranges) {
    return ranges.some(([from, to]) => from <= value && value <= to);
  }

  return { specifications: [], arithmetic, bits, characters, fault, hexadecimal, within };
})();
