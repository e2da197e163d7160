// Recurses through eval.
// expect: throws|terminated
// ends-by: stackDepth
const source = 'eval(source)';
eval(source);
