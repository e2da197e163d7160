// Lexical declarations that hide the globals from later scripts.
// expect: value|throws
let host2 = 1; const Map = null, Promise = null, JSON = null; class Object2 {} let Array = () => { throw 1; };
({ x: 1 });
