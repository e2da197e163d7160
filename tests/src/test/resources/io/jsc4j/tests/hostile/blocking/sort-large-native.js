// Sorts half a million strings without a callback, in one operation of the engine.
// expect: value|terminated|throws
const list = [];
for (let i = 0; i < 100000; i++) list.push('s' + (i * 7919 % 100003));
list.sort().length;
