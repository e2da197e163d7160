// Goes nearly to the end of the stack, and there asks for what needs some of it.
// expect: value|throws|terminated
let n = 0;
const f = () => { try { f(); } catch { if (n++ < 50) JSON.stringify({ a: [/x/.exec('x'), new Error('here').stack] }); } };
f();
