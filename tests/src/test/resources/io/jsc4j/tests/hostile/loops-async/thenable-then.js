// A thenable whose then method loops, in a job of the engine's own.
Promise.resolve({ then() { for (;;); } });
