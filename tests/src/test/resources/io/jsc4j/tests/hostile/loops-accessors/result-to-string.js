// Hands the host an object whose every conversion loops.
// expect: value
({ toString() { for (;;); }, valueOf() { for (;;); }, toJSON() { for (;;); } });
