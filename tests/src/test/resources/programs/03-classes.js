// Classes: fields, private members, accessors, statics, inheritance, mixins, new.target; instances as they are shown.
class Shape {
  static #count = 0;
  static registry = new Map();
  #id = ++Shape.#count;
  name = 'shape';
  constructor() {
    this.kind = new.target.name;
    Shape.registry.set(this.#id, this.kind);
  }
  get id() {
    return this.#id;
  }
  static get count() {
    return Shape.#count;
  }
  area() {
    return 0;
  }
  toString() {
    return `${this.kind}#${this.#id}`;
  }
  static isShape(value) {
    return #id in value;
  }
}
class Circle extends Shape {
  constructor(r) {
    super();
    this.r = r;
  }
  area() {
    return Math.round(Math.PI * this.r ** 2 * 100) / 100;
  }
}
class Square extends Shape {
  side = 2;
  area() {
    return super.area() + this.side ** 2;
  }
}
const shapes = [new Circle(1), new Square(), new Shape()];
console.log(shapes, String(shapes[0]), `${shapes[1]}`, shapes.map((s) => s.area()));
console.log(Shape, Circle, [Square], { Circle }, class {}, class extends Circle {});
console.log(Shape.registry, Shape.count, Shape.isShape(shapes[0]), Shape.isShape({}));
const Serializable = (Base) =>
  class extends Base {
    serialize() {
      return JSON.stringify(this);
    }
  };
class Point {
  constructor(x, y) {
    Object.assign(this, { x, y });
  }
}
class SerialPoint extends Serializable(Point) {}
const p = new SerialPoint(1, 2);
console.log(p, p.serialize(), p instanceof Point, Object.getPrototypeOf(SerialPoint.prototype).constructor.name);
class Temperature {
  #celsius = 20;
  get fahrenheit() {
    return this.#celsius * 1.8 + 32;
  }
  set fahrenheit(f) {
    this.#celsius = (f - 32) / 1.8;
  }
  static {
    this.freezing = Object.freeze({ c: 0 });
  }
}
const t = new Temperature();
t.fahrenheit = 212;
console.log(t, t.fahrenheit, Temperature.freezing, Temperature);
class Tagged {
  constructor() {
    this.v = 1;
  }
}
Object.defineProperty(Tagged.prototype, Symbol.toStringTag, { value: 'Label' });
console.log(new Tagged(), [new Tagged()], Object.prototype.toString.call(new Tagged()));
class NumberList extends Array {
  sum() {
    return this.reduce((a, b) => a + b, 0);
  }
}
const list = NumberList.from([1, 2, 3]);
console.log(list, list.sum(), list.map((x) => x * 2), list.filter(Boolean) instanceof NumberList);
class Registry extends Map {
  label = 'r';
}
console.log(new Registry([['a', 1]]), new (class extends Set {})([1, 2]), new (class Empty {})());
function Legacy(a) {
  this.a = a;
}
Legacy.prototype.get = function () {
  return this.a;
};
console.log(new Legacy(5), Legacy, Object.create(Legacy.prototype), Object.create(null), Object.create({ inherited: 1 }));
