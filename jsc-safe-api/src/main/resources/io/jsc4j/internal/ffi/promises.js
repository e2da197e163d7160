// Follows promises and asynchronous iterators for Java, without the `then` and `resolve` that scripts may have overwritten. Runs in the service
// realm. `settled` is a host function of Java; it gets whether there is a value, and the value or the reason.
(() => {
  const { apply, getPrototypeOf } = Reflect;
  const { then } = Promise.prototype;

  function refusal(value) {
    try {
      apply(then, value, []);
      return undefined;
    } catch (e) {
      return e;
    }
  }

  // What `then` says of a value that is no promise. A promise whose `constructor` throws the same is none either, which harms nobody.
  const { message } = refusal({});

  function tell(settled, fulfilled, value) {
    try {
      settled(fulfilled, value);
    } catch {
      // The context has been closed, and nobody wants to hear of it.
    }
  }

  // Whether it is a promise; then `settled` will be called, once, in a microtask.
  function follow(promise, settled) {
    try {
      apply(then, promise, [(value) => tell(settled, true, value), (reason) => tell(settled, false, reason)]);
      return true;
    } catch (e) {
      if (typeof e === 'object' && e !== null && getPrototypeOf(e) === TypeError.prototype && e.message === message) return false;
      throw e;
    }
  }

  return { follow };
})()
