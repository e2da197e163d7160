// Loops in Symbol.isConcatSpreadable.
// expect: terminated
[].concat({ get [Symbol.isConcatSpreadable]() { for (;;); } });
