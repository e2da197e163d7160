// Evaluated in a context of a user, the first time that it is needed there. Direct calls of `eval`: the only way to get the value of the last
// statement of a text whose declarations stay inside. The names with a $ are replaced by names that no script can guess; `eval` has to have its
// name for the call to be a direct one, and is a parameter so that no object and no global stands in its place. Arrow functions, so that there is no
// `arguments`, and `this` is the global object.
({
  inScope: ($scope) => { with ($scope) return (eval, $source, $begin) => eval($source); },
  strict: (eval, $source, $begin) => (() => { 'use strict'; return eval($source); })(),
})
