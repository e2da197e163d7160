// Iterates an array that grows with each step, and shrinks from its front so that it takes no memory.
// expect: terminated
const list = [0, 1, 2];
for (const one of list) { list.push(one); delete list[list.length - 4]; }
