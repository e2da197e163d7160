package io.jsc4j.tests.stress;

import io.jsc4j.HostException;
import io.jsc4j.JsArray;
import io.jsc4j.JsBigInt;
import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRef;
import io.jsc4j.JsScope;
import io.jsc4j.JsString;
import io.jsc4j.JsSymbol;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import static io.jsc4j.tests.stress.StressProgram.check;
import static io.jsc4j.tests.stress.StressProgram.report;
import static io.jsc4j.tests.stress.StressProgram.scaled;

/** What runs while the engine collects without a pause and overwrites what it frees. */
final class CollectorPrograms {
  private CollectorPrograms() {}

  /** 20,000 evaluations whose results are named by Java alone, then looked at. */
  static void returnToProtect() {
    int count = scaled(20_000);
    try (JsContext js = JsContext.open()) {
      List<JsObject> kept = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        kept.add(js.eval("({ i: " + i + ", text: 'object ' + " + i + ", list: [" + i + "] })").asObject());
      }
      for (int i = 0; i < count; i++) {
        JsObject object = kept.get(i);
        check(object.get("i").asInt() == i && object.get("text").asString().equals("object " + i)
            && object.get("list").asArray().get(0).asInt() == i, "object " + i + " is another one");
      }
      report("%,d results kept, each the right one; %,d live handles", count, JsEngine.liveResources().handles());
    }
  }

  /** 50,000 host functions: made, told apart, called, bound, forgotten. */
  static void hostFunctions() {
    int count = scaled(50_000);
    try (JsContext js = JsContext.open()) {
      JsFunction look = js.eval("""
          ((f, i) => {
            const bound = f.bind(null, 1000);
            if (!(f instanceof Function) || typeof f !== 'function') return 'no function';
            if (f.name !== 'host' + i || f.length !== i % 10) return 'called ' + f.name + ', length ' + f.length;
            if (f(i) !== i * 2 || f.call(null, i) !== i * 2 || bound() !== 1000 + i) return 'wrong target';
            if (bound.name !== 'bound host' + i) return 'bound to ' + bound.name;
            if (i % 100 === 0) keep.push(f);
            return '';
          })""").asFunction();
      js.eval("globalThis.keep = []");
      for (int i = 0; i < count; i++) {
        int target = i;
        try (JsScope scope = js.openScope()) {
          JsFunction function = js.function("host" + i, i % 10, call -> JsNumber.of(call.arg(0).asInt() + target));
          String wrong = look.call(function, JsNumber.of(i)).asString();
          check(wrong.isEmpty(), "function " + i + ": " + wrong);
          check(scope.scope().isAlive(), "scope " + i + " is closed");
        }
      }
      JsValue mixedUp = js.eval("keep.findIndex((f, i) => f(1) !== i * 100 + 1)");
      check(mixedUp.asInt() == -1, "kept function " + mixedUp + " is another one");
      long collected = count - JsEngine.liveResources().hostObjects();
      js.runtime().collectGarbage();
      long later = count - JsEngine.liveResources().hostObjects();
      check(later >= count * 9L / 10, "only " + later + " of " + count + " functions were collected");
      report(
          "%,d host functions, each the right one; %,d collected as they went, %,d after a full collection, %,d kept by a script",
          count,
          collected, later, (count + 99) / 100);
    }
    check(JsEngine.liveResources().hostObjects() == 0, "host functions left after close: " + JsEngine.liveResources());
  }

  /** Java exceptions through JavaScript and back, and JavaScript's own through Java. */
  @SuppressWarnings("ReferenceEquality") // The same object is what is promised.
  static void throwAndCatch() {
    int count = scaled(10_000);
    try (JsContext js = JsContext.open()) {
      HostException[] thrown = new HostException[1];
      js.global().set("fail", js.function("fail", call -> {
        int number = call.arg(0).asInt();
        thrown[0] = HostException.of(HostException.Kind.TYPE_ERROR, "failure " + number, HostException.error("cause "
            + number));
        thrown[0].addSuppressed(HostException.error("suppressed " + number));
        throw thrown[0];
      }));
      js.global().set("pass", js.function("pass", call -> call.arg(0).asFunction().call()));
      JsFunction caught = js.eval(
          """
              (i => {
                try { fail(i); return 'nothing'; } catch (e) { if (!(e instanceof TypeError)) return 'no error'; return [e.message, e.cause.message, e.errors[0].message].join(); }
              })""")
          .asFunction();
      JsFunction uncaught = js.eval("i => { const o = { i }; fail(o.i); }").asFunction();
      JsFunction through = js.eval(
          "i => pass(() => pass(() => { throw new RangeError('deep ' + i, { cause: { i } }) }))")
          .asFunction();
      for (int i = 0; i < count; i++) {
        try (JsScope scope = js.openScope()) {
          JsNumber number = JsNumber.of(i);
          check(caught.call(number)
              .asString()
              .equals("failure " + i + ",cause " + i + ",suppressed "
                  + i), "not the failure in " + scope);
          check(thrownBy(() -> uncaught.call(number)) == thrown[0], "another exception");
          check(thrownBy(() -> through.call(number)) instanceof JsThrownException e && ("RangeError: deep " + number)
              .equals(e.getMessage())
              && e.thrown().asObject().get("message").asString().equals("deep " + number), "not the RangeError");
        }
      }
      report("%,d rounds of three exceptions", count);
    }
  }

  private static RuntimeException thrownBy(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      return e;
    }
    throw new AssertionError("nothing was thrown");
  }

  /** What is copied, and the two kinds of handles that are no objects. */
  static void textSymbolsAndBigInts() {
    int count = scaled(5_000);
    String[] texts = {"", "plain", "gr\u00fc\u00dfe", "\u65e5\u672c\u8a9e", "\ud83d\ude00", "lone \ud800 surrogate",
        "with\0NUL", "long ".repeat(500)};
    try (JsContext js = JsContext.open()) {
      JsFunction join = js.eval("(...parts) => parts.join('|')").asFunction();
      JsFunction describe = js.eval("symbol => symbol.description").asFunction();
      JsObject object = js.newObject();
      JsValue[] parts = new JsValue[texts.length];
      List<JsSymbol> symbols = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        try (JsScope scope = js.openScope()) {
          StringBuilder expected = new StringBuilder();
          for (int j = 0; j < texts.length; j++) {
            String text = texts[j] + i;
            parts[j] = JsString.of(text);
            expected.append(j == 0 ? "" : "|").append(text);
            object.set(text, JsString.of(text));
            check(object.get(text).asString().equals(text), "another property " + text);
            check(object.delete(text), "not deleted");
          }
          check(join.call(parts).asString().contentEquals(expected), "strings of round " + i + " differ");
          JsSymbol symbol = js.newSymbol("symbol " + i);
          object.set(symbol, JsNumber.of(i));
          check(describe.call(symbol).asString().equals("symbol " + i), "another symbol");
          if (i % 10 == 0) {
            symbols.add(scope.escape(symbol));
          } else {
            object.delete(symbol);
          }
          BigInteger big = BigInteger.valueOf(i + 1).pow(20);
          JsBigInt square = (JsBigInt) js.eval("(n => n * n)").asFunction().call(js.newBigInt(big));
          check(square.toBigInteger().equals(big.multiply(big)), "another big int");
        }
      }
      for (int i = 0; i < symbols.size(); i++) {
        check(object.get(symbols.get(i)).asInt() == i * 10, "another symbol");
      }
      report("%,d rounds of %d strings, a symbol and a big int", count, texts.length);
    }
  }

  /** Java calls JavaScript calls Java, each level with handles of its own. */
  static void nestedCallbacks() {
    int count = scaled(200);
    int depth = 30;
    try (JsContext js = JsContext.open()) {
      JsFunction down = js.eval("(level, trail) => level === 0 ? { trail } : deeper(level - 1, [...trail, { level }])")
          .asFunction();
      js.global().set("deeper", js.function("deeper", call -> {
        JsObject own = js.eval("({ own: [] })").asObject();
        JsObject result = down.call(call.arg(0), call.arg(1)).asObject();
        own.get("own").asArray().add(call.arg(0));
        check(own.get("own").asArray().length() == 1, "another array");
        result.set("passed" + call.arg(0).asInt(), own);
        return result;
      }));
      for (int i = 0; i < count; i++) {
        try (JsScope scope = js.openScope()) {
          JsObject result = down.call(JsNumber.of(depth), js.newArray()).asObject();
          JsArray trail = result.get("trail").asArray();
          check(trail.length() == depth, "a trail of " + trail.length() + " in " + scope);
          for (int level = 0; level < depth; level++) {
            check(trail.get(level).asObject().get("level").asInt() == depth - level, "another level");
            check(result.get("passed" + level).asObject().get("own").asArray().get(0).asInt() == level,
                "another object");
          }
        }
      }
      report("%,d calls, %d levels deep", count, depth);
    }
  }

  /** Handles that end with their scope, leave it, or outlive it. */
  static void scopesAndReferences() {
    int count = scaled(5_000);
    try (JsContext js = JsContext.open()) {
      JsFunction make = js.eval("i => ({ i, text: 'object ' + i })").asFunction();
      List<JsRef<? extends JsObject>> references = new ArrayList<>();
      List<JsObject> escaped = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        try (JsScope outer = js.openScope()) {
          JsObject fromInner;
          try (JsScope inner = js.openScope()) {
            fromInner = inner.escape(make.call(JsNumber.of(i)).asObject());
            for (int j = 0; j < 10; j++) {
              make.call(JsNumber.of(-j));
            }
          }
          check(fromInner.get("i").asInt() == i, "another object");
          if (i % 2 == 0) {
            references.add(fromInner.retain());
          } else {
            escaped.add(outer.escape(fromInner));
          }
        }
        if (references.size() > 500) {
          try (JsRef<? extends JsObject> reference = references.removeFirst()) {
            check(reference.get().get("text").asString().startsWith("object "), "another object");
          }
        }
      }
      for (int i = 0; i < escaped.size(); i++) {
        check(escaped.get(i).get("text").asString().equals("object " + (2 * i + 1)), "another object");
      }
      for (JsRef<? extends JsObject> reference : references) {
        JsObject object = reference.get();
        check(object.get("text").asString().equals("object " + object.get("i").asInt()), "another object");
        reference.close();
      }
      report("%,d rounds of two scopes; %,d handles escaped, %,d retained at the end", count, escaped.size(), references
          .size());
    }
  }
}
