// A great many small buffers, whose bytes are outside the heap.
// expect: terminated|throws
const keep = [];
for (;;) keep.push(new Uint8Array(1000));
