// Throws an error whose message and stack are eighty million units long.
// expect: throws
throw Object.assign(new Error('m'.repeat(8e7)), { stack: 's'.repeat(8e7), name: 'n'.repeat(8e7) });
