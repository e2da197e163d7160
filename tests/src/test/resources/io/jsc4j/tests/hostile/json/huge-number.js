// Numbers beyond every range, in each form that JSON has.
// expect: value
JSON.parse('[1e999999,-1e999999,0.' + '0'.repeat(10000) + '1,' + '9'.repeat(10000) + ',-0,1E-400]');
