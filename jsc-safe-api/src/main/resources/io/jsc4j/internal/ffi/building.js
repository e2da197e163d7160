// Builds objects and arrays of a user's realm out of what Java wrote into memory: one crossing for many values. Runs in the service realm, so its globals
// are as the engine made them. Nothing that a script can reach is called, and no script sees an object before it is whole. Building.java writes it.
(() => {
  'use strict';
  const { defineProperty } = Reflect;

  // What stands before a value, or for it; below zero stands the name of a property. From TEXT on: a string, and how many units of the text are its own.
  const UNDEFINED = 0, NULL = 1, FALSE = 2, TRUE = 3, NUMBER = 4, OTHER = 5, AGAIN = 6, ARRAY = 7, OBJECT = 8, END = 9, DATE = 10, BIG_INT = 11, TEXT = 16;

  // A slice shares the memory of the whole text, however little of it that is; what is joined is a copy.
  function ownString(text, begin, length) {
    return length < 2 ? text.slice(begin, begin + length) : [text.slice(begin, begin + 1), text.slice(begin + 1, begin + length)].join('');
  }

  class Building {
    constructor(copy, construct) {
      // Makes an object or array of the user's realm out of one of this realm.
      this.copy = copy;
      // Makes an object of the user's realm by one of the built-in constructors.
      this.construct = construct;
      this.open = [];
      this.built = [];
      this.key = undefined;
      this.result = undefined;
    }

    add(value) {
      const { open } = this;
      if (open.length === 0) {
        this.result = value;
        return;
      }
      const { array, source } = open[open.length - 1];
      if (array) source.push(value);
      else source[this.key] = value;
    }

    begin(number, array) {
      // Without a prototype there is no setter, whatever the name.
      this.open.push({ number, array, key: this.key, source: array ? [] : { __proto__: null }, target: undefined });
    }

    end() {
      const { number, array, key, source, target } = this.open.pop();
      const built = target ?? this.copy(source);
      if (target !== undefined) this.fill(target, source, array);
      else if (number >= 0) this.built[number] = built;
      this.key = key;
      this.add(built);
    }

    fill(target, source, array) {
      const keys = Object.keys(source);
      for (let i = 0; i < keys.length; i++) {
        defineProperty(target, array ? i : keys[i], { __proto__: null, value: source[keys[i]], writable: true, enumerable: true, configurable: true });
      }
    }

    // What was built before; an object that is not whole yet has to be there from now on.
    again(number) {
      if (this.built[number] === undefined) {
        const frame = this.open.find((open) => open.number === number);
        frame.target = this.copy(frame.array ? [] : { __proto__: null });
        this.built[number] = frame.target;
      }
      return this.built[number];
    }

    build(text, data, count, others) {
      const names = [];
      let at = 0, unit = 0;
      while (at < count) {
        const tag = data[at++];
        if (tag < 0) {
          if (-tag > names.length) {
            const length = data[at++] - TEXT;
            names.push(ownString(text, unit, length));
            unit += length;
          }
          this.key = names[-tag - 1];
        } else if (tag >= TEXT) {
          this.add(ownString(text, unit, tag - TEXT));
          unit += tag - TEXT;
        } else {
          switch (tag) {
            case UNDEFINED: this.add(undefined); break;
            case NULL: this.add(null); break;
            case FALSE: this.add(false); break;
            case TRUE: this.add(true); break;
            case NUMBER: this.add(data[at++]); break;
            case OTHER: this.add(others[data[at++]]); break;
            case AGAIN: this.add(this.again(data[at++])); break;
            case ARRAY: this.begin(data[at++], true); break;
            case OBJECT: this.begin(data[at++], false); break;
            case END: this.end(); break;
            case DATE: this.add(this.construct('Date', data[at++])); break;
            case BIG_INT: {
              const length = data[at++] - TEXT;
              this.add(BigInt(text.slice(unit, unit + length)));
              unit += length;
            }
          }
        }
      }
      return this.result;
    }
  }

  return {
    begin: (copy, construct) => new Building(copy, construct),

    build: (building, text, data, count, ...others) => building.build(text, data, count, others),
  };
})()
