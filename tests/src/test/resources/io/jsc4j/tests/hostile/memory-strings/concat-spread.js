// Concatenates with two hundred thousand arguments.
// expect: value|throws|terminated
''.concat(...new Array(200000).fill('xy')).length;
