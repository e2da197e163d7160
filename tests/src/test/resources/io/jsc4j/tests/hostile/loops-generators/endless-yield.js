// Drains a generator that has no end.
// expect: terminated
function* g() { for (let i = 0; ; i++) yield i; }
for (const x of g());
