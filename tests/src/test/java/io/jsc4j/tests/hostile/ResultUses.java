package io.jsc4j.tests.hostile;

import io.jsc4j.JsArray;
import io.jsc4j.JsArrayBuffer;
import io.jsc4j.JsBigInt;
import io.jsc4j.JsContext;
import io.jsc4j.JsDate;
import io.jsc4j.JsError;
import io.jsc4j.JsFunction;
import io.jsc4j.JsIterator;
import io.jsc4j.JsMap;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRef;
import io.jsc4j.JsScope;
import io.jsc4j.JsString;
import io.jsc4j.JsSymbol;
import io.jsc4j.JsType;
import io.jsc4j.JsTypedArray;
import io.jsc4j.JsValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Does with a value that a hostile script made whatever a host might do with it. */
final class ResultUses {
  /** So many uses that a limit ends are enough: the rest comes in another mode, which begins elsewhere. */
  private static final int MOST_TERMINATIONS = 2;
  private static final int MANY = 50;
  private static final Duration PATIENCE = Duration.ofMillis(10);

  private final JsContext js;
  private final JsValue value;
  private final Map<String, Callable<?>> uses = new LinkedHashMap<>();

  /** What a host would make of an object. */
  record Thing(String name, double amount, List<String> tags, Optional<Thing> inner) {}

  /** What a host would call an object by. */
  interface Service {
    double answer(String question);

    String name();
  }

  private ResultUses(JsContext js, JsValue value) {
    this.js = js;
    this.value = value;
  }

  /** All uses, beginning with another one for each offset. */
  static void all(JsContext js, JsValue value, Attempt attempt, int offset) {
    ResultUses result = new ResultUses(js, value);
    result.ofAnyValue();
    if (value instanceof JsObject object) {
      result.conversions();
      result.ofObject(object);
      result.views(object);
      result.special(object);
    }
    List<Map.Entry<String, Callable<?>>> all = new ArrayList<>(result.uses.entrySet());
    java.util.Collections.rotate(all, -(offset * 7 % all.size()));
    int before = attempt.terminations();
    for (Map.Entry<String, Callable<?>> use : all) {
      if (attempt.terminations() - before >= MOST_TERMINATIONS) {
        return;
      }
      try (JsScope scope = js.openScope()) {
        attempt.call(use.getKey(), use.getValue());
        if (!scope.scope().isAlive()) {
          attempt.problem(use.getKey() + " closed its scope");
        }
      }
    }
  }

  private void ofAnyValue() {
    uses.put("toString", value::toString);
    uses.put("hashCode", value::hashCode);
    uses.put("typeOf", value::typeOf);
    uses.put("coerceToString", () -> js.coerceToString(value));
    uses.put("coerceToNumber", () -> js.coerceToNumber(value));
    uses.put("coerceToBoolean", () -> js.coerceToBoolean(value));
    uses.put("isLooselyEqual", () -> js.isLooselyEqual(value, JsString.of("x")));
    uses.put("isStrictlyEqual", () -> js.isStrictlyEqual(value, value));
    uses.put("isSame", () -> value.isSame(value));
    uses.put("toJson", () -> js.toJson(value));
    uses.put("toJson indented", () -> js.toJson(value, 2));
    uses.put("toJava Object", () -> js.toJava(value, Object.class));
    uses.put("await", () -> js.await(value, PATIENCE));
    uses.put("set and get", () -> {
      JsObject holder = js.newObject();
      holder.set("held", value);
      return holder.get("held");
    });
    if (value instanceof JsSymbol symbol) {
      uses.put("description", () -> List.of(symbol.description(), symbol.registryKey()));
    }
    if (value instanceof JsBigInt integer) {
      uses.put("toBigInteger", integer::toBigInteger);
      uses.put("toLong", integer::toLong);
    }
  }

  private void conversions() {
    uses.put("toJava String", () -> js.toJava(value, String.class));
    uses.put("toJava double", () -> js.toJava(value, double.class));
    uses.put("toJava BigDecimal", () -> js.toJava(value, BigDecimal.class));
    uses.put("toJava Instant", () -> js.toJava(value, Instant.class));
    uses.put("toJava record", () -> js.toJava(value, Thing.class));
    uses.put("toJava list", () -> js.toJava(value, new JsType<List<Object>>() {}));
    uses.put("toJava map", () -> js.toJava(value, new JsType<Map<String, Object>>() {}));
    uses.put("toJava records", () -> js.toJava(value, new JsType<List<Thing>>() {}));
    uses.put("as interface", () -> {
      Service service = ((JsObject) value).as(Service.class);
      return service.answer("why") + service.name();
    });
    uses.put("toJs of it", () -> js.toJs(List.of(value, value)));
  }

  private void ofObject(JsObject object) {
    uses.put("keys", object::keys);
    uses.put("ownKeys", object::ownKeys);
    uses.put("entries", object::entries);
    uses.put("get name", () -> object.get("x"));
    uses.put("get index", () -> object.get(0));
    uses.put("get symbol", () -> object.get(js.wellKnownSymbol(JsSymbol.WellKnown.ITERATOR)));
    uses.put("set", () -> {
      object.set("x", JsNumber.of(1));
      object.set(0, JsNumber.of(1));
      return true;
    });
    uses.put("has", () -> List.of(object.has("x"), object.has(0), object.hasOwn("x")));
    uses.put("delete", () -> object.delete("y"));
    uses.put("ownProperty", () -> object.ownProperty("x"));
    uses.put("ownProperties", () -> object.keys().stream().limit(MANY).map(object::ownProperty).toList());
    uses.put("invoke", () -> object.invoke("run", JsNumber.of(1)));
    uses.put("prototypes", () -> {
      Optional<JsObject> one = object.prototype();
      for (int i = 0; i < MANY && one.isPresent(); i++) {
        one = one.get().prototype();
      }
      return one;
    });
    uses.put("setPrototype", () -> {
      object.setPrototype(js.newObject());
      return true;
    });
    uses.put("integrity", () -> List.of(object.isExtensible(), object.isSealed(), object.isFrozen()));
    uses.put("iterate", () -> {
      try (JsIterator iterator = object.iterate()) {
        return iterator.stream().limit(MANY).toList();
      }
    });
    uses.put("isInstanceOf", () -> object.isInstanceOf(js.eval("Object").asObject()));
    uses.put("isInstanceOf it", () -> js.newObject().isInstanceOf(object));
    uses.put("retain", () -> {
      try (JsRef<?> reference = object.retain()) {
        return reference.get();
      }
    });
    uses.put("weak", () -> object.weak().get());
    uses.put("newProxy", () -> js.newProxy(object, object).get("x"));
  }

  private void views(JsObject object) {
    uses.put("asMap", () -> {
      JsMap map = object.asMap();
      return map.size() + map.toString() + map.get(JsString.of("x"));
    });
    uses.put("asSet", () -> {
      var set = object.asSet();
      return set.size() + set.toString() + set.contains(JsString.of("x"));
    });
    uses.put("asRegExp", () -> object.asRegExp().test("a".repeat(22) + "b"));
    uses.put("asRegExp exec", () -> object.asRegExp().exec("x".repeat(22)));
    uses.put("asError", () -> {
      JsError error = object.asError();
      return error.name() + error.message() + error.stack() + error.cause() + error.errors() + error;
    });
    uses.put("asPromise", () -> object.asPromise().state());
    uses.put("toFuture", () -> object.asPromise().toFuture().isDone());
    uses.put("asAsyncIterable", () -> {
      try (Stream<JsValue> stream = object.asAsyncIterable().stream(PATIENCE)) {
        return stream.limit(10).toList();
      }
    });
    uses.put("asDataView", () -> object.asDataView().toByteArray());
    uses.put("hostObject", () -> object.hostObject(HostObjects.Point.class));
    uses.put("proxyTarget", object::proxyTarget);
  }

  private void special(JsObject object) {
    switch (object) {
      case JsArray array -> {
        uses.put("length", array::length);
        uses.put("toList", array::toList);
        uses.put("asList", () -> array.asList().stream().limit(MANY).toList());
        uses.put("asList add", () -> array.asList().add(JsNumber.of(1)));
        uses.put("asList remove", () -> array.asList().removeFirst());
      }
      case JsFunction function -> {
        uses.put("call", () -> function.call(JsNumber.of(1), JsString.of("x")));
        uses.put("callWith", () -> function.callWith(js.newObject(), value));
        uses.put("construct", () -> function.construct());
        uses.put("call from JavaScript", () -> js.newArray(value).invoke("map", function));
      }
      case JsDate date -> uses.put("toInstant", date::toInstant);
      case JsArrayBuffer buffer -> {
        uses.put("toByteArray", buffer::toByteArray);
        uses.put("copyFrom", () -> {
          buffer.copyFrom(0, new byte[]{1, 2, 3, 4});
          return buffer.byteLength() + buffer.maxByteLength();
        });
        uses.put("asByteBuffer", () -> {
          try (JsScope scope = js.openScope()) {
            return buffer.asByteBuffer(scope).get(0);
          }
        });
      }
      case JsTypedArray array -> {
        uses.put("elements", () -> array.length() + array.byteOffset() + array.byteLength());
        uses.put("toDoubleArray", array::toDoubleArray);
        uses.put("typed toByteArray", array::toByteArray);
        uses.put("buffer", () -> array.buffer().byteLength());
        uses.put("typed asByteBuffer", () -> {
          try (JsScope scope = js.openScope()) {
            return array.asByteBuffer(scope).get(0);
          }
        });
      }
      default -> uses.put("expected array", object::asArray);
    }
  }
}
