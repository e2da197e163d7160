// Copies plain objects and arrays, with all that they lead to, into memory that Java reads: one crossing for many values. Runs in the service realm, so
// its globals are as the engine made them, and no script ever sees the Float64Arrays. Getters and traps of what is copied run, in the order in which Java
// would ask; one may come here again, so what a copy needs is in an object of its own. CopiedDecoder.java reads what this writes.
(() => {
  'use strict';
  const { apply, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
  const { isArray } = Array;
  const { isView } = ArrayBuffer;
  const { keys } = Object;
  const { getTime } = Date.prototype;
  const { asIntN } = BigInt;
  const getter = (type, name) => getOwnPropertyDescriptor(type.prototype, name).get;

  // Each throws for an object that is no Map, no Set and so on. That takes microseconds.
  const slots = [getter(Map, 'size'), getter(Set, 'size'), getter(ArrayBuffer, 'byteLength')];
  if (typeof SharedArrayBuffer === 'function') slots.push(getter(SharedArrayBuffer, 'byteLength'));

  // What stands before a value, or for it. From TEXT on: a string, and how many units of the text are its own.
  const UNDEFINED = 0, NULL = 1, FALSE = 2, TRUE = 3, NUMBER = 4, LEFT = 5, AGAIN = 6, ARRAY = 7, OBJECT = 8, THROWN = 9, DATE = 10, BIG_INT = 11, TEXT = 16;
  // What a plan says that a value is to become. A scalar may be a Date or a big int; other objects are left.
  const NATURAL = 1, LIST = 2, RECORD = 3, MAP = 4, SCALAR = 5;

  // Each value has this much room, whatever comes before it.
  const VALUE_ROOM = 2;
  // What an object or an array needs at most, apart from its values and names.
  const CONTAINER_ROOM = 5;
  const MOST_DEPTH = 64;
  const MOST_UNITS = 4096;
  // Of a big int, and how many digits that are at most, with the sign.
  const MOST_BITS = 128;
  const MOST_DIGITS = 40;
  const MOST_PLANS = 1000;
  const SHAPES_LOOKED_AT = 8;

  const natural = { kind: NATURAL };
  const plans = new Map();

  // A plan is an array of nodes; the numbers in them are indexes of others. The first three are known.
  function readPlan(text) {
    let plan = plans.get(text);
    if (plan === undefined) {
      const nodes = [{ kind: 0 }, natural, { kind: SCALAR }];
      const read = JSON.parse(text);
      for (let i = 3; i < read.length; i++) nodes.push({ kind: read[i][0], content: read[i][1], names: read[i][2] });
      for (let i = 3; i < nodes.length; i++) {
        const { content } = nodes[i];
        nodes[i].content = isArray(content) ? content.map((index) => nodes[index]) : nodes[content];
      }
      plan = nodes[read[0]];
      if (plans.size >= MOST_PLANS) plans.clear();
      plans.set(text, plan);
    }
    return plan;
  }

  function sameNames(names, others) {
    if (names.length !== others.length) return false;
    for (let i = 0; i < names.length; i++) if (names[i] !== others[i]) return false;
    return true;
  }

  // A trap of a proxy may tell anything.
  const toLength = (length) => typeof length === 'number' ? length : NaN;

  class Copying {
    constructor(met, data, room) {
      this.met = met;
      this.data = data;
      this.at = 0;
      // What the values that have been begun may still need.
      this.reserved = 0;
      this.room = room;
      this.parts = [];
      this.left = [''];
      this.shapes = [];
      this.plainPrototype = null;
      this.datePrototype = null;
      // Once something was thrown nothing more is read.
      this.stopped = false;
    }

    free() { return this.data.length - this.at - this.reserved; }

    put(number) { this.data[this.at++] = number; }

    // A value that Java asks for by itself.
    leave(value, as = LEFT) {
      this.put(as);
      this.put(this.left.push(value) - 1);
    }

    // What was thrown in place of a value: it is for Java when it comes there.
    stop(thrown) {
      this.stopped = true;
      this.leave(thrown, THROWN);
    }

    value(value, plan, depth) {
      switch (typeof value) {
        case 'number':
          this.put(NUMBER);
          this.put(value);
          return;
        case 'string':
          this.text(value);
          return;
        case 'boolean':
          this.put(value ? TRUE : FALSE);
          return;
        case 'undefined':
          this.put(UNDEFINED);
          return;
        case 'object':
          if (value === null) this.put(NULL);
          else this.object(value, plan, depth);
          return;
        case 'bigint':
          this.bigInt(value, plan);
          return;
        default:
          this.leave(value);
      }
    }

    text(value) {
      if (value.length <= MOST_UNITS && value.length <= this.room) {
        this.string(value);
        return;
      }
      // For one that is short the room is used up: no array goes on.
      if (value.length <= MOST_UNITS) this.room = 0;
      this.leave(value);
    }

    // A long one is left: its digits take a time that no limit ends.
    bigInt(value, plan) {
      if ((plan.kind !== NATURAL && plan.kind !== SCALAR) || asIntN(MOST_BITS, value) !== value || this.room < MOST_DIGITS) {
        this.leave(value);
        return;
      }
      this.put(BIG_INT);
      this.string(`${value}`);
    }

    date(time) {
      this.put(DATE);
      this.put(time);
    }

    object(object, plan, depth) {
      if (plan.kind === SCALAR) {
        const time = timeOf(object);
        if (time === undefined) this.leave(object);
        else this.date(time);
        return;
      }
      if (plan.kind === 0 || depth > MOST_DEPTH || this.free() < CONTAINER_ROOM) {
        this.leave(object);
        return;
      }
      const { numbers, copied } = this.met;
      let number = numbers.get(object);
      if (number !== undefined && copied[number] === plan) {
        this.put(AGAIN);
        this.put(number);
        return;
      }
      let array, length, names;
      try {
        array = isArray(object);
        if (array) {
          if (plan.kind === NATURAL || plan.kind === LIST) length = toLength(object.length);
        } else if (plan.kind !== LIST) {
          names = this.plainNames(object, plan);
        }
      } catch (thrown) {
        this.stop(thrown);
        return;
      }
      const shape = !isArray(names) || plan.names !== undefined ? -1 : this.shape(names);
      if (typeof names === 'number' && plan.kind === NATURAL) {
        this.date(names);
        return;
      }
      if (array ? length === undefined : !isArray(names) || !this.fits(names, shape === this.shapes.length)) {
        this.leave(object);
        return;
      }
      if (number === undefined) {
        number = numbers.size;
        numbers.set(object, number);
      }
      copied[number] = plan;
      if (array) this.array(object, number, length, plan.content ?? natural, depth);
      else this.properties(object, number, names, shape, plan, depth);
    }

    // The names of what is to be read of an object; the time of a Date, and undefined if it is another of those that are told apart by what they have
    // inside. With a prototype of no class it is asked only if there is nothing to read: nobody gives a Map or a Date such a prototype and properties.
    plainNames(object, plan) {
      const prototype = getPrototypeOf(object);
      if (prototype === null || prototype !== this.plainPrototype) {
        if (prototype !== null && prototype === this.datePrototype) {
          const time = timeOf(object);
          if (time !== undefined) return time;
        }
        if (isView(object)) return undefined;
        const names = plan.names ?? keys(object);
        if (names.length > 0 && (prototype === null || getPrototypeOf(prototype) === null)) return names;
        for (let i = 0; i < slots.length; i++) {
          if (has(slots[i], object)) return undefined;
        }
        const time = timeOf(object);
        if (time !== undefined) {
          this.datePrototype = prototype;
          return time;
        }
        if (names.length > 0) this.plainPrototype = prototype;
        return names;
      }
      return plan.names ?? keys(object);
    }

    // The index of names that have been met lately, or the next one.
    shape(names) {
      const { shapes } = this;
      for (let i = shapes.length - 1; i >= 0 && i >= shapes.length - SHAPES_LOOKED_AT; i--) {
        if (sameNames(shapes[i], names)) return i;
      }
      return shapes.length;
    }

    // Whether there is room for values of such names; and for the names, if they are new.
    fits(names, areNew) {
      let units = 0;
      if (areNew) for (let i = 0; i < names.length; i++) units += names[i].length;
      return units <= this.room && CONTAINER_ROOM + (VALUE_ROOM + (areNew ? 1 : 0)) * names.length <= this.free();
    }

    array(array, number, length, plan, depth) {
      this.put(ARRAY);
      this.put(number);
      this.put(length);
      const { at } = this;
      this.at += 2;
      const count = this.elements(array, 0, length, plan, depth);
      this.data[at] = count;
      this.data[at + 1] = count < length && !this.stopped ? this.left.push(array) - 1 : -1;
    }

    elements(source, from, length, plan, depth) {
      let count = 0;
      while (from + count < length && this.free() >= VALUE_ROOM && this.room > 0 && !this.stopped) {
        let element;
        try {
          element = source[from + count];
        } catch (thrown) {
          this.stop(thrown);
          return count + 1;
        }
        this.value(element, plan, depth + 1);
        count++;
      }
      return count;
    }

    properties(object, number, names, shape, plan, depth) {
      this.put(OBJECT);
      this.put(number);
      if (shape < 0) this.put(-1 - names.length);
      else this.putShape(shape, names);
      this.reserved += VALUE_ROOM * names.length;
      for (let i = 0; i < names.length && !this.stopped; i++) {
        this.reserved -= VALUE_ROOM;
        let value;
        try {
          value = object[names[i]];
        } catch (thrown) {
          this.stop(thrown);
          return;
        }
        this.value(value, plan.kind === RECORD ? plan.content[i] : plan.content ?? natural, depth + 1);
      }
    }

    // The names themselves follow where they are new.
    putShape(shape, names) {
      this.put(shape);
      if (shape < this.shapes.length) return;
      this.shapes.push(names);
      this.put(names.length);
      for (let i = 0; i < names.length; i++) this.string(names[i]);
    }

    string(value) {
      this.room -= value.length;
      this.parts.push(value);
      this.put(TEXT + value.length);
    }

    // The text of all strings; before what was left, if something was.
    result() {
      const text = this.parts.join('');
      if (this.left.length === 1) return text;
      this.left[0] = text;
      return this.left;
    }
  }

  function has(slot, object) {
    try {
      apply(slot, object, []);
      return true;
    } catch {
      return false;
    }
  }

  // Undefined if it is no Date.
  function timeOf(object) {
    try {
      return apply(getTime, object, []);
    } catch {
      return undefined;
    }
  }

  return {
    // What has been met in one conversion: the number of each object, in the order of meeting, and by which plan it was copied.
    begin: () => ({ numbers: new Map(), copied: [] }),

    number({ numbers }, object) {
      let number = numbers.get(object);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(object, number);
      }
      return number;
    },

    copy(met, object, plan, data, room) {
      const copying = new Copying(met, data, room);
      copying.value(object, readPlan(plan), 0);
      return copying.result();
    },

    // Elements of an array from one on, as many as there is room for.
    more(met, array, from, length, plan, data, room) {
      const copying = new Copying(met, data, room);
      copying.at = 1;
      const count = copying.elements(array, from, length, readPlan(plan).content ?? natural, 0);
      data[0] = count;
      return copying.result();
    },

    rethrow(left, index) { throw left[index]; },
  };
})()
