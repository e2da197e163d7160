// A match whose named groups have the names of properties that matter.
// expect: value
/(?<__proto__>a)(?<constructor>b)(?<toString>c)(?<then>d)/.exec('abcd').groups;
