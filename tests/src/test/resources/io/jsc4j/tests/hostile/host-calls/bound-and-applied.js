// Calls a host function through bind, apply and Reflect.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
const f = host.echo.bind(null, 1);
for (;;) { f(); Reflect.apply(f, null, []); f.apply(null, []); }
