// A rejected compilation that nobody handles.
WebAssembly.compile(new Uint8Array(3));
WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]), { then() { throw 1; } });
