// A script nested so deeply that the parser recurses.
// expect: throws|terminated
// ends-by: stackDepth|time|cpuTime
eval('['.repeat(200000));
