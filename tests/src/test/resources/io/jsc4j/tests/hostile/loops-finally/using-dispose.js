// A resource whose disposal never ends, where the engine knows of disposal.
const dispose = Symbol.dispose ?? Symbol('dispose');
const resource = { [dispose]() { for (;;); } };
try { resource.x = 1; } finally { resource[dispose](); }
