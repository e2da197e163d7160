// Makes ever new functions from source, which the engine keeps in its code caches.
// expect: terminated|throws
const keep = [];
for (let i = 0; ; i++) keep.push(Function('return ' + i + '+' + 'a'.repeat(10) + i));
