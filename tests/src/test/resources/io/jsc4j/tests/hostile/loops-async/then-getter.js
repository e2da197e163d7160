// A thenable whose then is a getter that loops while the promise is resolved.
// expect: terminated
Promise.resolve().then; new Promise(r => r({ get then() { for (;;); } }));
