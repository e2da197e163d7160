// Overwrites Reflect, by which helpers call and define.
// expect: value
for (const k of Reflect.ownKeys(Reflect)) if (typeof k === 'string') Reflect[k] = () => { throw new Error(k); };
globalThis.Reflect = undefined;
({ a: 1 });
