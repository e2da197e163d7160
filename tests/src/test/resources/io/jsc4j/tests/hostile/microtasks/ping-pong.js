// Two async functions that wake each other for ever.
// expect: value
// ends-by: microtasks
let a, b;
const ping = async () => { await 0; pong(); };
const pong = async () => { await 0; ping(); };
ping();
