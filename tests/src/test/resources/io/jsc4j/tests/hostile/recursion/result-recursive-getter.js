// Hands the host an object that has a new child at each look, for ever deeper.
// expect: value
const make = () => ({ get inner() { return make(); }, name: 'n', amount: 1, tags: [] });
make();
