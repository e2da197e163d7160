// A replacement that contains the whole text many times over.
// expect: throws|terminated
'a'.repeat(100000).replace(/a/g, "$`$'$`$'");
