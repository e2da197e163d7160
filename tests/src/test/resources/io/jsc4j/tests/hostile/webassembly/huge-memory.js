// Asks for the largest memory of WebAssembly, and for more of it when it is there.
try { const m = new WebAssembly.Memory({ initial: 65536 }); m.grow(1); m.buffer; } catch (e) { e instanceof RangeError; }
