// Methods of strings lie.
// expect: value
for (const k of Object.getOwnPropertyNames(String.prototype)) if (k !== 'length') String.prototype[k] = () => ({ lie: k });
'text';
