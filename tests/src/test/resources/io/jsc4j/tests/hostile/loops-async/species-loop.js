// A promise whose species constructor loops when a reaction is attached.
// expect: terminated|throws
const p = Promise.resolve(1);
p.constructor = { get [Symbol.species]() { for (;;); } };
p.then(() => 1);
