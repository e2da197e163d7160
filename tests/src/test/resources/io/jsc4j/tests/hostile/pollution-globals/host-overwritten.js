// Overwrites and changes what the host granted.
// expect: value
// needs: hostFunctions
host.echo = () => 'fake'; Object.freeze(host); globalThis.account = { balance: 1e9 }; globalThis.HostPoint = null;
host;
