// Moves a large typed array back and forth in native code.
// expect: terminated|value
const a = new Uint8Array(4e6);
for (let i = 0; i < 1e9; i++) a.copyWithin(1, 0);
