// Array.isArray says the contrary, Array.from and Array.of give nothing.
// expect: value
Array.isArray = v => !(v && v.length >= 0); Array.from = Array.of = () => null;
[[1], [2]];
