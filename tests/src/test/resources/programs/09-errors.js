// Errors: classes, causes, aggregates, rethrowing, finally; shown without their stacks, which every engine words itself.
Error.stackTraceLimit = 0;
class ValidationError extends Error {
  constructor(field, message, options) {
    super(message, options);
    this.name = 'ValidationError';
    this.field = field;
  }
}
class HttpError extends Error {
  status = 404;
}
const bare = (e) => {
  delete e.stack;
  if (e.cause instanceof Error) bare(e.cause);
  if (Array.isArray(e.errors)) e.errors.forEach(bare);
  return e;
};
console.log(bare(new Error('plain')), bare(new TypeError('typed')), bare(new Error('')), bare(new RangeError()));
console.log(bare(new ValidationError('name', 'is missing')), [bare(new HttpError('not found'))]);
console.log(bare(new Error('outer', { cause: new TypeError('inner') })), { e: bare(new Error('in object', { cause: 'a string' })) });
console.log(bare(new AggregateError([new Error('one'), new RangeError('two'), 'three'], 'many')));
console.log(bare(Object.assign(new Error('with more'), { code: 'E_CODE', detail: { a: [1, { b: { c: 1 } }] } })));
console.log(bare(new Error('several\nlines\nof text')), [bare(new Error('several\nlines'))]);
function attempt(f) {
  const log = [];
  try {
    log.push('try');
    return { log, value: f() };
  } catch ({ name, message }) {
    log.push(`catch ${name}`);
    return { log, name, message };
  } finally {
    log.push('finally');
  }
}
console.log(attempt(() => 1), attempt(() => { throw new SyntaxError('made up'); }), attempt(() => { throw { name: 'Thrown', message: 'object' }; }));
const finallyWins = () => {
  try {
    throw new Error('lost');
  } finally {
    return 'finally wins';
  }
};
console.log(finallyWins());
const kinds = [
  () => null.x,
  () => undefinedVariable,
  () => new Array(-1),
  () => decodeURIComponent('%'),
  () => 'x'.repeat(-1),
  () => JSON.parse('{'),
  () => new RegExp('['),
  () => BigInt(1.5),
  () => Symbol() + '',
  () => { const c = 1; c = 2; },
  () => (1).toString(99),
  () => Object.defineProperty(Object.freeze({}), 'x', { value: 1 }),
  () => { (function f() { f(); })(); },
].map((f) => {
  try {
    f();
  } catch (e) {
    return [e.constructor.name, e instanceof Error, typeof e.message, e.name];
  }
});
console.log(kinds);
console.log(Object.prototype.toString.call(new Error('x')), String(new TypeError('as text')), `${new Error('')}`, new Error('e') + '');
console.log(Object.keys(new Error('x')), Object.create(Error.prototype) instanceof Error);
console.error('this goes to standard error');
