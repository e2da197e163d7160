// Shadows undefined, NaN and Infinity in every scope that it can.
// expect: value|throws
Object.defineProperty(globalThis, 'eval', { value: () => 'fake' });
(function (undefined, NaN) { return { undefined, NaN }; })(1, 2);
