// Follows promises and asynchronous iterators for Java, without the `then` and `resolve` that scripts may have overwritten. Runs in the service
// realm. `settled` is a host function of Java; it gets whether there is a value, the value or the reason, and whether that was the last.
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

  function tell(settled, fulfilled, value, last = false) {
    try {
      settled(fulfilled, value, last);
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

  // Follows what `await` takes, but a promise by the engine's own `then`.
  function watch(value, settled) {
    try {
      if (!follow(value, settled)) follow(Promise.resolve(value), settled);
    } catch (e) {
      tell(settled, false, e);
    }
  }

  function isObject(value) {
    return (typeof value === 'object' && value !== null) || typeof value === 'function';
  }

  function isAsyncIterable(object) {
    return typeof object[Symbol.asyncIterator] === 'function' || typeof object[Symbol.iterator] === 'function';
  }

  // Begins what `for await` does.
  function open(iterable) {
    const method = iterable[Symbol.asyncIterator] ?? undefined;
    const asynchronous = method !== undefined;
    const iterator = apply(asynchronous ? method : iterable[Symbol.iterator], iterable, []);
    if (!isObject(iterator)) throw new TypeError('the iterator is not an object');
    return { iterator, next: iterator.next, asynchronous };
  }

  function takeResult(result, settled, asynchronous) {
    try {
      if (!isObject(result)) throw new TypeError('the result of an iterator is not an object');
      if (result.done) {
        tell(settled, true, undefined, true);
      } else if (asynchronous) {
        tell(settled, true, result.value);
      } else {
        watch(result.value, settled);
      }
    } catch (e) {
      tell(settled, false, e);
    }
  }

  // Asks for the next element.
  function step({ iterator, next, asynchronous }, settled) {
    try {
      const result = apply(next, iterator, []);
      if (asynchronous) {
        watch(result, (fulfilled, value) => (fulfilled ? takeResult(value, settled, true) : tell(settled, false, value)));
      } else {
        takeResult(result, settled, false);
      }
    } catch (e) {
      tell(settled, false, e);
    }
  }

  // Gives up before the end.
  function finish({ iterator, asynchronous }, settled) {
    try {
      const method = iterator.return ?? undefined;
      const result = method === undefined ? undefined : apply(method, iterator, []);
      if (asynchronous) {
        watch(result, settled);
      } else {
        tell(settled, true, undefined);
      }
    } catch (e) {
      tell(settled, false, e);
    }
  }

  return { follow, isAsyncIterable, open, step, finish };
})()
