// Loops over many numbers, of which Java has the memory. Runs in the service realm, so its globals are as the engine made them, and no script ever
// sees the Float64Arrays. A store into one does what ToNumber does to the value. Strict, so that a function that is called can't ask for its caller.
(() => {
  'use strict';
  const { apply } = Reflect;

  // The columns stand one after the other; the results take the place of the first.
  const maps = [
    undefined,
    (f, data, count) => {
      for (let i = 0; i < count; i++) data[i] = f(data[i]);
    },
    (f, data, count) => {
      for (let i = 0; i < count; i++) data[i] = f(data[i], data[count + i]);
    },
    (f, data, count) => {
      for (let i = 0; i < count; i++) data[i] = f(data[i], data[count + i], data[2 * count + i]);
    },
    (f, data, count) => {
      for (let i = 0; i < count; i++) data[i] = f(data[i], data[count + i], data[2 * count + i], data[3 * count + i]);
    },
  ];

  // The engine compiles a loop for the functions that it has seen in it: one that many share comes to cost several times as much. So functions that are
  // called often get loops of their own, those of this script when it is evaluated again, which live as long as the function.
  const own = new WeakMap();

  function mapColumns(f, data, count, columns) {
    for (let i = 0; i < count; i++) {
      const row = [];
      for (let c = 0; c < columns; c++) row.push(data[c * count + i]);
      data[i] = apply(f, undefined, row);
    }
  }

  // Each reads elements in their order, none twice, until one is of another type; then the result is its index and the element.
  return {
    loops: maps,

    hasLoops: (f) => own.has(f),

    giveLoops(f, script) { own.set(f, script.loops); },

    map(f, data, count, columns) {
      const loop = (own.get(f) ?? maps)[columns];
      if (loop === undefined) mapColumns(f, data, count, columns);
      else loop(f, data, count);
    },

    doubles(source, from, data, count) {
      for (let i = 0; i < count; i++) {
        const element = source[from + i];
        if (typeof element !== 'number') return [i, element];
        data[i] = element;
      }
      return undefined;
    },

    ints(source, from, data, count) {
      for (let i = 0; i < count; i++) {
        const element = source[from + i];
        if (typeof element !== 'number' || (element | 0) !== element) return [i, element];
        data[i] = element;
      }
      return undefined;
    },

    longs(source, from, data, count) {
      for (let i = 0; i < count; i++) {
        const element = source[from + i];
        if (!Number.isSafeInteger(element)) return [i, element];
        data[i] = element;
      }
      return undefined;
    },
  };
})()
