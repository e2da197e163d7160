// Promises, async functions and the order of microtasks.
const order = [];
const say = (x) => order.push(x);
say('sync 1');
Promise.resolve().then(() => say('then 1')).then(() => say('then 2'));
(async () => {
  say('async start');
  await null;
  say('async after await');
  try {
    await Promise.reject(new Error('rejected'));
  } catch (e) {
    say(e.message);
  }
  for await (const v of (async function* () {
    yield 1;
    yield Promise.resolve(2);
  })()) {
    say(v);
  }
  return 'returned';
})().then(say).finally(() => say('finally'));
say('sync 2');
const thenable = { then: (resolve) => { say('thenable'); resolve('from thenable'); } };
Promise.resolve(thenable).then(say);
const settle = Promise.allSettled([1, Promise.reject(2), thenable, new Promise((r) => r([3]))]);
const all = Promise.all([Promise.resolve('a'), 'b', (async () => 'c')()]);
const any = Promise.any([Promise.reject(new Error('no')), Promise.resolve('yes')]);
const race = Promise.race([new Promise(() => {}), Promise.resolve('won')]);
const none = Promise.any([Promise.reject('x'), Promise.reject('y')]).catch((e) => [e.name, e.errors]);
Promise.all([settle, all, any, race, none]).then((results) => {
  console.log(order);
  console.dir(results, { depth: null });
  return results[0].map((r) => r.status);
}).then(console.log);
console.log(async () => {}, async function named() {}, async function* gen() {}, Object.prototype.toString.call(Promise.resolve()));
let release;
const gate = new Promise((resolve) => { release = resolve; });
async function worker(id) {
  await gate;
  return `worker ${id}`;
}
Promise.all([1, 2, 3].map(worker)).then((names) => console.log(names));
release();
class Queue {
  #tail = Promise.resolve();
  log = [];
  add(name) {
    this.#tail = this.#tail.then(() => this.log.push(name));
    return this;
  }
  done() {
    return this.#tail;
  }
}
const q = new Queue().add('a').add('b').add('c');
q.done().then(() => console.log(q));
console.log('end of script');
