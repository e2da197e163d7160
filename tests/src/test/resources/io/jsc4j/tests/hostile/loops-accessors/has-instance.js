// Loops in Symbol.hasInstance.
// expect: terminated
({}) instanceof { [Symbol.hasInstance]() { for (;;); } };
