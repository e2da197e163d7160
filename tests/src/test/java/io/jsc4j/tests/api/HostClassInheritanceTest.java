package io.jsc4j.tests.api;

import io.jsc4j.HostClass;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.tests.support.ContextTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Host classes that extend each other, and classes of scripts that extend them. */
final class HostClassInheritanceTest extends ContextTest {
  private static final List<String> LOG = new ArrayList<>();

  private static final HostClass<Animal> ANIMAL = HostClass.builder("Animal", Animal.class)
      .constructor(call -> new Animal(call.arg(0).asString()))
      .accessor("name", animal -> JsString.of(animal.name))
      .method("speak", (animal, _) -> JsString.of(animal.name + " " + animal.sound()))
      .staticMethod("of", call -> call.context().eval("s => new Animal(s)").asFunction().call(call.arg(0)))
      .onCollected(animal -> LOG.add("animal " + animal.name))
      .build();

  private static final HostClass<Dog> DOG = HostClass.builder("Dog", Dog.class)
      .extending(ANIMAL)
      .constructor(call -> new Dog(call.arg(0).asString()))
      .method("fetch", (dog, _) -> JsNumber.of(++dog.fetched))
      .onCollected(dog -> LOG.add("dog " + dog.name))
      .build();

  static class Animal {
    final String name;

    Animal(String name) {
      this.name = name;
    }

    String sound() {
      return "is silent";
    }
  }

  static final class Dog extends Animal {
    int fetched;

    Dog(String name) {
      super(name);
    }

    @Override
    String sound() {
      return "barks";
    }
  }

  @BeforeEach
  void define() {
    LOG.clear();
    js.global().set("Dog", js.define(DOG));
    js.global().set("Animal", js.define(ANIMAL));
  }

  @Test
  void hostClassExtendsHostClass() {
    assertThat(js.eval("const d = new Dog('Rex'); d.speak() + d.fetch() + d.name").asString())
        .isEqualTo("Rex barks1Rex");
    assertThat(js.eval("d instanceof Dog && d instanceof Animal").asBoolean()).isTrue();
    assertThat(js.eval(
        "Object.getPrototypeOf(Dog) === Animal && Object.getPrototypeOf(Dog.prototype) === Animal.prototype")
        .asBoolean()).isTrue();
    assertThat(js.eval("Dog.of('Tom').speak()").asString()).isEqualTo("Tom is silent");
    assertThat(js.eval("d").asObject().hostObject(Animal.class).orElseThrow()).isInstanceOf(Dog.class);
  }

  @Test
  void methodsOfTheSubclassWantTheSubclass() {
    assertThat(js.eval("try { Dog.prototype.fetch.call(new Animal('Tom')) } catch (e) { String(e) }").asString())
        .isEqualTo("TypeError: 'fetch' was called on something that is no Dog");
    // A Java object of the right class, but it is not seen as one.
    js.global().set("hidden", js.toJsObject(ANIMAL, new Dog("Hid")));
    assertThat(js.eval("hidden.speak()").asString()).isEqualTo("Hid barks");
    assertThat(js.eval("try { Dog.prototype.fetch.call(hidden) } catch (e) { String(e) }").asString())
        .isEqualTo("TypeError: 'fetch' was called on something that is no Dog");
  }

  @Test
  void theFaceAsASubclassWillDo() {
    Dog dog = new Dog("Rex");
    JsObject asDog = js.toJsObject(DOG, dog);

    assertThat(js.toJsObject(ANIMAL, dog).isSame(asDog)).isTrue();
    Dog other = new Dog("Max");
    JsObject asAnimal = js.toJsObject(ANIMAL, other);
    assertThat(js.toJsObject(DOG, other).isSame(asAnimal)).isFalse();
  }

  @Test
  void scriptClassExtendsHostClass() {
    js.eval("""
        class Puppy extends Dog {
          #age; toys = [];
          constructor(name, age) { super(name); this.#age = age; }
          get age() { return this.#age }
          speak() { return super.speak() + ' softly' }
          fetch() { this.toys.push(super.fetch()); return this.toys.length }
          static make(name) { return new this(name, 1) }
        }
        class Old extends Puppy {}
        var p = Puppy.make('Bit')""");

    assertThat(js.eval("p.speak() + p.age + p.fetch() + p.fetch()").asString()).isEqualTo("Bit barks softly112");
    assertThat(js.eval("p instanceof Puppy && p instanceof Dog && p.constructor === Puppy").asBoolean()).isTrue();
    assertThat(js.eval("Old.make('Eld').speak()").asString()).isEqualTo("Eld barks softly");
    Dog dog = js.eval("p").asObject().hostObject(Dog.class).orElseThrow();
    assertThat(dog.fetched).isEqualTo(2);
    assertThat(js.toJsObject(DOG, dog).isSame(js.eval("p"))).isTrue();
    assertThat(js.toJsObject(ANIMAL, dog).invoke("speak").asString()).isEqualTo("Bit barks softly");
  }

  @Test
  void withoutSuperThereIsNoThis() {
    assertThat(js.eval("try { new (class extends Dog { constructor() {} })() } catch (e) { e.name }").asString())
        .isEqualTo("ReferenceError");
    assertThat(js.eval("""
        const other = new (class extends Dog { constructor() { return { speak: Dog.prototype.speak } } })();
        try { other.speak() } catch (e) { e.name }""").asString()).isEqualTo("TypeError");
  }

  @Test
  void superMayBeCalledWithOtherClassesInBetween() {
    js.eval("class Mixed extends (B => class extends B { mixed() { return this.name } })(Dog) {}");

    assertThat(js.eval("new Mixed('M').mixed()").asString()).isEqualTo("M");
  }

  @Test
  void onCollectedRunsUpTheChain() {
    js.eval("new Dog('Rex'); 0");
    js.close();

    assertThat(LOG).containsExactly("dog Rex", "animal Rex");
  }
}
