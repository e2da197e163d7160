// One object with ever more properties.
// expect: terminated|throws
const o = {};
for (let i = 0; ; i++) o['property' + i] = i;
