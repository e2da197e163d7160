// A module that claims a section of four gigabytes.
// expect: throws
new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 255, 255, 255, 255, 15, 96]));
