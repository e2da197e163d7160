// Hands the host an object whose methods never return.
// expect: value
({ name: () => { for (;;); }, answer() { for (;;); }, run() { while (true); } });
