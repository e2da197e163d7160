package io.jsc4j.tests.conformance;

import io.jsc4j.JsContext;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsProperty;
import io.jsc4j.JsString;
import io.jsc4j.JsSymbol;
import io.jsc4j.JsValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A property key in the form that the API takes it: by name, by index or by symbol. */
sealed interface Key {

  /** A string. */
  record Name(String name) implements Key {}

  /** A number. */
  record Index(int index) implements Key {}

  /** A symbol, by the expression that makes it. */
  record Symbol(JsSymbol symbol, String expression) implements Key {}

  /** Names that mean something to some object or other, and names that nobody thinks of. */
  static List<Key> all(JsContext js) {
    List<Key> keys = new ArrayList<>();
    for (String name : List.of("a", "b", "missing", "", "__proto__", "constructor", "length", "name", "prototype",
        "size", "-0", "-1", "1.5", "01", "1e3", "NaN", "Infinity", "4294967294", "4294967295", "4294967296",
        "9007199254740993", "\0", "\ud800", "\udc00\ud800", "\ud83d\ude00", "valueOf", "toString", "callee",
        "lastIndex", "byteLength")) {
      keys.add(new Name(name));
    }
    for (int index : new int[]{0, 1, 2, 7, Integer.MAX_VALUE}) {
      keys.add(new Index(index));
    }
    for (String expression : List.of("Symbol.for('s')", "Symbol.iterator", "Symbol.toStringTag")) {
      keys.add(new Symbol(js.eval(expression).asSymbol(), expression));
    }
    return keys;
  }

  default JsValue value() {
    return switch (this) {
      case Name(String name) -> JsString.of(name);
      case Index(int index) -> JsNumber.of(index);
      case Symbol(JsSymbol symbol, _) -> symbol;
    };
  }

  default JsValue get(JsObject object) {
    return switch (this) {
      case Name(String name) -> object.get(name);
      case Index(int index) -> object.get(index);
      case Symbol(JsSymbol symbol, _) -> object.get(symbol);
    };
  }

  default void set(JsObject object, JsValue value) {
    switch (this) {
      case Name(String name) -> object.set(name, value);
      case Index(int index) -> object.set(index, value);
      case Symbol(JsSymbol symbol, _) -> object.set(symbol, value);
    }
  }

  default boolean has(JsObject object) {
    return switch (this) {
      case Name(String name) -> object.has(name);
      case Index(int index) -> object.has(index);
      case Symbol(JsSymbol symbol, _) -> object.has(symbol);
    };
  }

  default boolean hasOwn(JsObject object) {
    return switch (this) {
      case Name(String name) -> object.hasOwn(name);
      case Index(int index) -> object.hasOwn(index);
      case Symbol(JsSymbol symbol, _) -> object.hasOwn(symbol);
    };
  }

  default boolean delete(JsObject object) {
    return switch (this) {
      case Name(String name) -> object.delete(name);
      case Index(int index) -> object.delete(index);
      case Symbol(JsSymbol symbol, _) -> object.delete(symbol);
    };
  }

  default Optional<JsProperty> ownProperty(JsObject object) {
    return switch (this) {
      case Name(String name) -> object.ownProperty(name);
      case Index(int index) -> object.ownProperty(index);
      case Symbol(JsSymbol symbol, _) -> object.ownProperty(symbol);
    };
  }

  default void defineProperty(JsObject object, JsProperty property) {
    switch (this) {
      case Name(String name) -> object.defineProperty(name, property);
      case Index(int index) -> object.defineProperty(index, property);
      case Symbol(JsSymbol symbol, _) -> object.defineProperty(symbol, property);
    }
  }
}
