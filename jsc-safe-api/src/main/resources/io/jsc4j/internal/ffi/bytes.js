// What Java asks about array buffers, and how it copies bytes. Runs in the service realm, so its globals are as the engine made them; a
// Uint8Array over a buffer looks at the buffer's internal slots only.
(function () {
  'use strict';
  const getter = (constructor, name) => {
    const get = constructor && Reflect.getOwnPropertyDescriptor(constructor.prototype, name)?.get;
    return get && ((self) => Reflect.apply(get, self, []));
  };
  // Scripts may have no SharedArrayBuffer and still get shared buffers, from a WebAssembly.Memory.
  const { SharedArrayBuffer, WebAssembly } = globalThis;
  const byteLength = getter(ArrayBuffer, 'byteLength');
  const resizable = getter(ArrayBuffer, 'resizable');
  const growable = getter(SharedArrayBuffer, 'growable');
  const maxByteLength = getter(ArrayBuffer, 'maxByteLength');
  const sharedMaxByteLength = getter(SharedArrayBuffer, 'maxByteLength');
  const dataViewBuffer = getter(DataView, 'buffer');

  function isShared(buffer) {
    try {
      byteLength(buffer);
      return false;
    } catch {
      return true;
    }
  }

  function isDetached(buffer) {
    try {
      new Uint8Array(buffer, 0, 0);
      return false;
    } catch {
      return true;
    }
  }

  function isResizable(buffer) {
    const ask = isShared(buffer) ? growable : resizable;
    return ask !== undefined && ask(buffer);
  }

  // Undefined where it can't be resized.
  function resizableTo(buffer) {
    if (!isResizable(buffer)) return undefined;
    return isShared(buffer) ? sharedMaxByteLength(buffer) : maxByteLength(buffer);
  }

  function isDataView(value) {
    try {
      dataViewBuffer(value);
      return true;
    } catch {
      return false;
    }
  }

  function copy(source, from, target, to, count) {
    new Uint8Array(target, to, count).set(new Uint8Array(source, from, count));
  }

  // Memory that can move, to see whether the engine refuses its address; undefined where nobody can make it.
  function webAssemblyBuffer(shared) {
    if (WebAssembly === undefined) return undefined;
    try {
      return new WebAssembly.Memory({ initial: 1, maximum: 1, shared }).buffer;
    } catch (error) {
      if (shared) return undefined;
      throw error;
    }
  }

  const instanceExports = getter(WebAssembly?.Instance, 'exports');

  return { isShared, isDetached, isResizable, resizableTo, isDataView, copy, webAssemblyBuffer, instanceExports };
})()
