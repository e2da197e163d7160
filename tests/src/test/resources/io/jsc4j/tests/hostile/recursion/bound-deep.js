// A function bound a million times, then called.
// expect: throws|terminated|value
let f = () => 1;
for (let i = 0; i < 1000000; i++) f = f.bind();
f();
