// Moves bytes from buffer to buffer, each time a little larger.
// expect: terminated|throws
let b = new ArrayBuffer(8);
for (;;) b = b.transfer(b.byteLength + 65536);
