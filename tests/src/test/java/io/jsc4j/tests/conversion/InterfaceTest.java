package io.jsc4j.tests.conversion;

import io.jsc4j.JsContext;
import io.jsc4j.JsConversionException;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRef;
import io.jsc4j.JsScope;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsType;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import io.jsc4j.tests.support.Threads;
import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Java interfaces that JavaScript implements. */
public final class InterfaceTest extends ContextTest {
  public record Person(String name, int age) {}

  public interface Greeter {
    String greet(String name);

    String greet(Person person, int times);

    Optional<String> find(String name);

    void forget();

    int sum(int... numbers);

    String join(String separator, Object... parts);

    List<Person> people();

    JsObject self();

    default String loudly(String name) {
      return greet(name).toUpperCase(java.util.Locale.ROOT) + suffix();
    }

    default String suffix() {
      return "!";
    }

    static String polite() {
      return "please";
    }
  }

  interface Hidden {
    String one();
  }

  interface HiddenWithDefault {
    default String one() {
      return "one";
    }
  }

  public interface Later {
    CompletableFuture<Person> find(String name);

    CompletionStage<Optional<Integer>> maybe(int value);

    CompletableFuture<Void> nothing();
  }

  sealed interface Closed permits Member {}

  record Member() implements Closed {}

  public interface Repository<T> {
    List<T> all();
  }

  public interface People extends Repository<Person> {}

  @FunctionalInterface
  public interface Reads {
    String read() throws IOException;
  }

  private Greeter greeter() {
    return object("""
        {
          greet(who, times) { return times === undefined ? `hello ${who}` : `${who.name} x ${times}`; },
          find(name) { return name === 'known' ? 'found' : undefined; },
          forget() { this.forgotten = true; return {}; },
          sum(...numbers) { return numbers.reduce((a, b) => a + b, 0); },
          join(separator, ...parts) { return parts.join(separator); },
          people() { return [{ name: 'a', age: 1 }]; },
          self() { return this; },
        }""").as(Greeter.class);
  }

  @Test
  void methodsCallFunctionsOfTheirNames() {
    Greeter greeter = greeter();

    assertThat(greeter.greet("you")).isEqualTo("hello you");
    assertThat(greeter.greet(new Person("p", 1), 3)).isEqualTo("p x 3");
    assertThat(greeter.find("known")).hasValue("found");
    assertThat(greeter.find("other")).isEmpty();
    assertThat(greeter.sum()).isZero();
    assertThat(greeter.sum(1, 2, 3)).isEqualTo(6);
    assertThat(greeter.join("-", "a", 1, true)).isEqualTo("a-1-true");
    assertThat(greeter.people()).containsExactly(new Person("a", 1));
    greeter.forget();
    assertThat(greeter.self().get("forgotten").asBoolean()).isTrue();
    assertThat(greeter.loudly("you")).isEqualTo("HELLO YOU!");
    assertThat(Greeter.polite()).isEqualTo("please");
  }

  @Test
  void futures() {
    Later later = object("""
        {
          async find(name) { if (name === 'nobody') throw new RangeError(name); return { name, age: await 7 }; },
          maybe(value) { return value > 0 ? { then(resolve) { resolve(value); } } : undefined; },
          nothing() { return Promise.resolve('ignored'); },
        }""").as(Later.class);

    assertThat(later.find("p")).isCompletedWithValue(new Person("p", 7));
    assertThat(later.maybe(3).toCompletableFuture()).isCompletedWithValue(Optional.of(3));
    assertThat(later.maybe(0).toCompletableFuture()).isCompletedWithValue(Optional.empty());
    assertThat(later.nothing()).isCompletedWithValue(null);
    assertThatThrownBy(() -> later.find("nobody").join()).hasCauseInstanceOf(JsThrownException.class)
        .hasMessageContaining("RangeError: nobody");
    Later wrong = object("{ find: async () => ({ name: 1, age: 1 }) }").as(Later.class);
    assertThatThrownBy(() -> wrong.find("x").join()).hasCauseInstanceOf(JsConversionException.class)
        .hasMessageContaining("find().name: expected string, got number 1");
  }

  @Test
  void futuresThatNobodyCompletesEndWithTheContext() {
    CompletableFuture<Person> future;
    try (JsContext other = JsContext.open()) {
      future = other.eval("({ find: () => new Promise(() => {}) })").asObject().as(Later.class).find("x");
      assertThat(future).isNotDone();
    }
    assertThatThrownBy(future::join).hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void functionsAreLookedUpWhenCalled() {
    JsObject object = object("{ greet: () => 'first' }");
    Greeter greeter = object.as(Greeter.class);

    assertThat(greeter.greet("x")).isEqualTo("first");
    js.eval("(o => { o.greet = () => 'second'; o.suffix = () => '?' })").asFunction().call(object);
    assertThat(greeter.greet("x")).isEqualTo("second");
    assertThat(greeter.loudly("x")).isEqualTo("SECOND?");
    assertThatThrownBy(greeter::forget).isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("Greeter.forget is not implemented: its property 'forget' should be a function, and is undefined");
    js.eval("(o => { o.forget = 5 })").asFunction().call(object);
    assertThatThrownBy(greeter::forget).hasMessageEndingWith("and is number 5");
  }

  @Test
  void aFunctionImplementsAFunctionalInterface() {
    JsFunction function = js.eval("(x, y) => x + (y ?? 1)").asFunction();

    assertThat(function.as(IntBinaryOperator.class).applyAsInt(1, 2)).isEqualTo(3);
    Function<Integer, Integer> next = function.as(new JsType<Function<Integer, Integer>>() {});
    assertThat(next.apply(1)).isEqualTo(2);
    assertThat(next.andThen(next).apply(1)).isEqualTo(3);
    @SuppressWarnings("unchecked")
    Function<Object, Object> raw = function.as(Function.class);
    assertThat(raw.apply("a")).isEqualTo("a1");
    Comparator<String> comparator = js.eval("((a, b) => a.length - b.length)")
        .asFunction()
        .as(
            new JsType<Comparator<String>>() {});
    assertThat(List.of("ccc", "a", "bb").stream().sorted(comparator.reversed())).containsExactly("ccc", "bb", "a");
    assertThat(js.eval("(() => 'one')").asFunction().as(Hidden.class).one()).isEqualTo("one");
    // More than one method, so the function is an object like any other.
    assertThat(js.eval("Object.assign(() => 1, { greet: () => 'g' })").asFunction().as(Greeter.class).greet("x"))
        .isEqualTo("g");
  }

  @Test
  void genericInterfaces() {
    JsObject object = object("{ all: () => [{ name: 'a', age: 1 }] }");

    assertThat(object.as(People.class).all()).containsExactly(new Person("a", 1));
    assertThat(object.as(new JsType<Repository<Person>>() {}).all()).containsExactly(new Person("a", 1));
  }

  @Test
  void whatCannotBeConverted() {
    Greeter greeter = object("{ greet: () => 5, people: () => [{ name: 'a', age: 'x' }], sum: () => undefined }").as(
        Greeter.class);

    assertThatThrownBy(() -> greeter.greet("x")).isInstanceOf(JsConversionException.class)
        .hasMessage("greet(): expected string, got number 5");
    assertThatThrownBy(greeter::people).hasMessage("people()[0].age: expected number, got string \"x\"");
    assertThatThrownBy(greeter::sum).hasMessage("sum(): expected number, got undefined");
    assertThatThrownBy(() -> greeter.join("", new Thread())).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> greeter().join("", 1, new Thread())).isInstanceOf(JsConversionException.class)
        .hasMessageStartingWith("arguments[2]: java.lang.Thread can't be converted");
  }

  @Test
  void whatFunctionsThrow() {
    assertThatThrownBy(() -> js.eval("(() => { throw new RangeError('r') })").asFunction().as(Reads.class).read())
        .isInstanceOf(JsThrownException.class)
        .hasMessage("RangeError: r");
    JsFunction checked = js.function("checked", _ -> {
      throw InterfaceTest.<RuntimeException>sneaky(new IOException("io"));
    });
    assertThatThrownBy(() -> checked.as(Reads.class).read()).isInstanceOf(IOException.class).hasMessage("io");
    assertThatThrownBy(() -> checked.as(new JsType<Supplier<String>>() {}).get()).isInstanceOf(
        UndeclaredThrowableException.class).hasCauseInstanceOf(IOException.class);
    JsFunction unchecked = js.function("unchecked", _ -> {
      throw new IllegalStateException("as itself");
    });
    assertThatThrownBy(() -> unchecked.as(Callable.class).call()).isInstanceOf(IllegalStateException.class)
        .hasMessage("as itself");
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Test
  void methodsOfObjectNeverEnterTheEngine() throws InterruptedException {
    JsContext other = JsContext.open();
    JsObject object = other.eval("({ toString() { throw 1 }, hashCode() { throw 1 }, equals() { throw 1 } })")
        .asObject();
    Greeter one = object.as(Greeter.class);
    Greeter two = object.as(Greeter.class);
    other.close();

    Object same = one;
    assertThat(one).isEqualTo(same).isNotEqualTo(two).hasToString("Greeter by " + object);
    assertThat(one.hashCode()).isEqualTo(same.hashCode());
    Threads.onPlatformThread(() -> assertThat(one).isNotEqualTo(null).hasToString("Greeter by " + object));
  }

  @Test
  void lifetimeIsThatOfTheHandle() throws InterruptedException {
    Greeter ended;
    Greeter kept;
    JsRef<? extends JsObject> reference;
    try (JsScope _ = js.openScope()) {
      JsObject object = object("{ greet: () => 'g' }");
      ended = object.as(Greeter.class);
      reference = object.retain();
      kept = reference.get().as(Greeter.class);
    }
    assertThatThrownBy(() -> ended.greet("x")).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("can no longer be used");
    assertThat(kept.greet("x")).isEqualTo("g");
    Threads.assertWrongThread(() -> kept.greet("x"));
    reference.close();
    assertThatThrownBy(() -> kept.greet("x")).isInstanceOf(IllegalStateException.class);
    JsContext other = JsContext.open();
    Greeter orphan = other.eval("({ greet: () => 'g' })").asObject().as(Greeter.class);
    other.close();
    assertThatThrownBy(() -> orphan.greet("x")).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "closed");
  }

  @Test
  void callsFromWithinCalls() {
    js.global().set("back", js.function("back", call -> {
      Function<Integer, Integer> again = call.arg(1).asFunction().as(new JsType<Function<Integer, Integer>>() {});
      int n = call.arg(0).asInt();
      return JsNumber.of(n == 0 ? 0 : again.apply(n - 1) + 1);
    }));

    assertThat(js.eval("(function f(n) { return back(n, f) })(20)").asInt()).isEqualTo(20);
  }

  @Test
  void typesThatCannotBeImplemented() {
    JsObject object = js.newObject();

    assertThatThrownBy(() -> object.as(String.class)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("java.lang.String is not an interface that can be implemented");
    assertThatThrownBy(() -> object.as(Override.class)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> object.as(Closed.class)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> object.as(HiddenWithDefault.class)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has the default method 'one', so it must be public");
    assertThat(JsValue.undefined().isUndefined()).isTrue();
  }
}
