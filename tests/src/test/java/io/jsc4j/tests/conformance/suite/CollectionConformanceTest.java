package io.jsc4j.tests.conformance.suite;

import io.jsc4j.JsCapability;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRef;
import io.jsc4j.JsScope;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import io.jsc4j.tests.conformance.Covers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What Java holds stays, and what nobody holds goes. */
@Covers({"JSValueProtect", "JSValueUnprotect", "JSGarbageCollect", "JSSynchronousGarbageCollectForDebugging"})
final class CollectionConformanceTest extends ConformanceTest {
  private static final int MANY = 300;

  private void collect() {
    js.runtime().collectGarbage();
  }

  /** Each made by Java's call and named by Java alone. */
  @Test
  void whatAHandleNamesIsKept() {
    List<JsObject> objects = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      objects.add(js.eval("({ i: " + i + ", nested: { text: 'object ' + " + i + " } })").asObject());
      if (i % 100 == 0) {
        collect();
      }
    }
    collect();
    // Takes the place of what was freed by mistake.
    js.eval("var filler = Array.from({ length: 20000 }, (_, i) => ({ i: -i, nested: {} }))");

    for (int i = 0; i < MANY; i++) {
      assertThat(objects.get(i).get("i")).isEqualTo(JsNumber.of(i));
      assertThat(objects.get(i).get("nested").asObject().get("text")).isEqualTo(JsString.of("object " + i));
    }
  }

  @Test
  void whatNobodyNamesIsCollected() {
    assumeCapability(JsCapability.SYNCHRONOUS_COLLECTION);
    JsFunction remember = js.eval("""
        var weak = []; (object => { weak.push(new WeakRef(object)); return object })""").asFunction();
    try (JsScope scope = js.openScope()) {
      for (int i = 0; i < MANY; i++) {
        remember.call(js.newObject());
      }
      assertThat(scope.scope().isAlive()).isTrue();
    }
    collect();

    // The collector may take a stale word of the stack for a reference.
    assertThat(js.eval("weak.filter(w => w.deref()).length").asInt()).isLessThan(MANY / 10);
  }

  @Test
  void aReferenceKeepsUntilItIsClosed() {
    assumeCapability(JsCapability.SYNCHRONOUS_COLLECTION);
    JsFunction alive = js.eval("var weak; () => weak.filter(w => w.deref()).length").asFunction();
    List<JsRef<? extends JsObject>> references = new ArrayList<>();
    try (JsScope scope = js.openScope()) {
      JsObject array = js.eval("var strong = Array.from({ length: 300 }, (_, i) => ({ i })); strong").asObject();
      js.eval("weak = strong.map(o => new WeakRef(o)); strong = undefined");
      for (int i = 0; i < MANY; i++) {
        references.add(array.get(i).asObject().retain());
      }
      assertThat(scope.scope().isAlive()).isTrue();
    }
    collect();

    assertThat(alive.call().asInt()).isEqualTo(MANY);
    for (int i = 0; i < MANY; i++) {
      assertThat(references.get(i).get().get("i")).isEqualTo(JsNumber.of(i));
      references.get(i).close();
    }
    collect();
    assertThat(alive.call().asInt()).isLessThan(MANY / 10);
  }

  @Test
  void stringsAndSymbolsAndBigIntsAreKeptToo() {
    List<JsValue> values = new ArrayList<>();
    JsFunction make = js.eval("i => ['Prefix' + i, Symbol('Prefix' + i), BigInt(i) ** 20n][i % 3]").asFunction();
    for (int i = 0; i < MANY; i++) {
      values.add(make.call(JsNumber.of(i)));
    }
    collect();
    js.eval(
        "var filler = Array.from({ length: 20000 }, (_, i) => ['Other' + i, Symbol('Other' + i), BigInt(i) ** 20n])");

    JsFunction check = function(
        """
            (value, i) => [value, value.description, value][i % 3] === ['Prefix' + i, 'Prefix' + i, BigInt(i) ** 20n][i % 3]""");
    for (int i = 0; i < MANY; i++) {
      assertThat(check.call(values.get(i), JsNumber.of(i)).asBoolean()).as("value %d", i).isTrue();
    }
  }

  @Test
  void aCollectionInTheMiddleOfACallDisturbsNothing() {
    js.global().set("collect", js.function("collect", call -> {
      collect();
      return call.arg(0);
    }));

    assertThat(js.eval("""
        const results = [];
        for (let i = 0; i < 10; i++) results.push(collect({ i, list: [i, collect({ inner: i })] }));
        results.every((r, i) => r.i === i && r.list[0] === i && r.list[1].inner === i)""").asBoolean()).isTrue();
  }

  /** A registry calls back from the engine's own run loop, which runs while something is awaited. */
  @Test
  void aFinalizationRegistryHearsOfWhatIsGone() {
    assumeCapability(JsCapability.SYNCHRONOUS_COLLECTION);
    assumeCapability(JsCapability.RUN_LOOP);
    js.eval("""
        var heard = 0, wake;
        var called = new Promise(resolve => { wake = resolve });
        var registry = new FinalizationRegistry(() => { heard++; wake() });
        for (let i = 0; i < 100; i++) registry.register({ i }, i);""");
    collect();

    assertThat(js.await(js.eval("called.then(() => heard > 0)"), Duration.ofSeconds(30)).asBoolean()).isTrue();
  }
}
