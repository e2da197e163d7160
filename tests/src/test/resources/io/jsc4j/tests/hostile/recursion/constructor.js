// A class whose constructor makes another one of itself.
// expect: throws
class C { constructor() { new C(); } }
new C();
