// A larger program: lexer, parser and evaluator of a small language, with its syntax trees printed.
class Token {
  constructor(type, text, at) {
    this.type = type;
    this.text = text;
    this.at = at;
  }
}
function* lex(source) {
  const rules = [['space', /\s+/y], ['number', /\d+(\.\d+)?/y], ['string', /'([^']*)'/y], ['name', /[a-z_]\w*/iy], ['op', /=>|==|<=|[-+*/<(){},;=]/y]];
  let at = 0;
  outer: while (at < source.length) {
    for (const [type, rule] of rules) {
      rule.lastIndex = at;
      const m = rule.exec(source);
      if (m) {
        if (type !== 'space') yield new Token(type, m[1] !== undefined && type === 'string' ? m[1] : m[0], at);
        at = rule.lastIndex;
        continue outer;
      }
    }
    throw new SyntaxError(`unexpected '${source[at]}' at ${at}`);
  }
  yield new Token('end', '', at);
}
class Parser {
  #tokens;
  #i = 0;
  constructor(source) {
    this.#tokens = [...lex(source)];
  }
  get #peek() {
    return this.#tokens[this.#i];
  }
  #is(text) {
    return this.#peek.text === text && this.#peek.type !== 'string';
  }
  #accept(text) {
    if (!this.#is(text)) return false;
    this.#i++;
    return true;
  }
  #expect(text) {
    if (!this.#accept(text)) throw new SyntaxError(`expected '${text}', got '${this.#peek.text}' at ${this.#peek.at}`);
  }
  program() {
    const body = [];
    while (this.#peek.type !== 'end') {
      body.push(this.expression(0));
      if (this.#peek.type !== 'end') this.#expect(';');
    }
    return { kind: 'program', body };
  }
  static #power = { '=': 1, '==': 2, '<': 3, '<=': 3, '+': 4, '-': 4, '*': 5, '/': 5 };
  expression(least) {
    let left = this.#primary();
    for (;;) {
      const op = this.#peek.text;
      const power = Parser.#power[op];
      if (power === undefined || this.#peek.type !== 'op' || power <= least) return left;
      this.#i++;
      left = { kind: op === '=' ? 'assign' : 'binary', op, left, right: this.expression(op === '=' ? power - 1 : power) };
    }
  }
  #primary() {
    const token = this.#tokens[this.#i++];
    let node;
    if (token.type === 'number') node = { kind: 'literal', value: Number(token.text) };
    else if (token.type === 'string') node = { kind: 'literal', value: token.text };
    else if (token.text === 'if') return this.#if();
    else if (token.text === 'fn') return this.#fn();
    else if (token.type === 'name') node = { kind: 'name', name: token.text };
    else if (token.text === '(') {
      node = this.expression(0);
      this.#expect(')');
    } else throw new SyntaxError(`unexpected '${token.text}' at ${token.at}`);
    while (this.#accept('(')) {
      const args = [];
      while (!this.#accept(')')) {
        args.push(this.expression(0));
        this.#accept(',');
      }
      node = { kind: 'call', callee: node, args };
    }
    return node;
  }
  #if() {
    this.#expect('(');
    const test = this.expression(0);
    this.#expect(')');
    const yes = this.expression(0);
    return { kind: 'if', test, yes, no: this.#accept('else') ? this.expression(0) : null };
  }
  #fn() {
    this.#expect('(');
    const params = [];
    while (!this.#accept(')')) {
      params.push(this.#tokens[this.#i++].text);
      this.#accept(',');
    }
    this.#expect('=>');
    return { kind: 'fn', params, body: this.expression(0) };
  }
}
class Scope {
  vars = Object.create(null);
  constructor(parent, vars = {}) {
    this.parent = parent;
    Object.assign(this.vars, vars);
  }
  find(name) {
    for (let s = this; s; s = s.parent) if (name in s.vars) return s;
    throw new ReferenceError(name);
  }
}
const operators = { '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b, '<': (a, b) => a < b, '<=': (a, b) => a <= b, '==': (a, b) => a === b };
const evaluate = (node, scope) => ({
  program: () => node.body.map((n) => evaluate(n, scope)),
  literal: () => node.value,
  name: () => scope.find(node.name).vars[node.name],
  assign: () => (scope.vars[node.left.name] = evaluate(node.right, scope)),
  binary: () => operators[node.op](evaluate(node.left, scope), evaluate(node.right, scope)),
  if: () => (evaluate(node.test, scope) ? evaluate(node.yes, scope) : node.no && evaluate(node.no, scope)),
  fn: () => function closure(...args) {
    return evaluate(node.body, new Scope(scope, Object.fromEntries(node.params.map((p, i) => [p, args[i]]))));
  },
  call: () => evaluate(node.callee, scope)(...node.args.map((a) => evaluate(a, scope))),
})[node.kind]();
const source = "x = 2 + 3 * 4; fib = fn(n) => if (n < 2) n else fib(n - 1) + fib(n - 2); fib(15); twice = fn(f) => fn(v) => f(f(v)); twice(fn(q) => q * x)(3); 'a' + 'b' == 'ab'";
console.log([...lex('fn(a) => a + 1.5')]);
const tree = new Parser(source).program();
console.log(tree);
console.dir(tree.body[0], { depth: null });
const globals = new Scope(null, { print: console.log });
console.log(evaluate(tree, globals));
console.log(globals, Object.keys(globals.vars));
for (const wrong of ['1 +', '(1', 'a b', '@', 'if 1']) {
  try {
    console.log(new Parser(wrong).program());
  } catch (e) {
    console.log(`${e.name}: ${e.message}`);
  }
}
try {
  evaluate(new Parser('missing + 1').program(), globals);
} catch (e) {
  console.log(e.name, e.message);
}
