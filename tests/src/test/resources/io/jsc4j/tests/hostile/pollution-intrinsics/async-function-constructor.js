// Changes the prototypes of functions that have no name in the global object.
// expect: value
const A = Object.getPrototypeOf(async function () {}), G = Object.getPrototypeOf(async function* () {});
A.constructor.prototype.call = null; Object.setPrototypeOf(A, null); Object.defineProperty(G, 'prototype', { value: 1 });
(async () => 1);
