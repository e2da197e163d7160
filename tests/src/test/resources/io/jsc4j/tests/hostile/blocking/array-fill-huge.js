// Fills, reverses and joins a large array in single operations.
// expect: value|terminated|throws
const a = new Array(300000).fill('ab');
a.reverse().join('-').length;
