package io.jsc4j.tests.conformance;

import io.jsc4j.JsArray;
import io.jsc4j.JsBoolean;
import io.jsc4j.JsContext;
import io.jsc4j.JsFunction;
import io.jsc4j.JsIterator;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsProperty;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same action twice: through the API, and as JavaScript. */
enum Operation {
  GET(true, false, "object[key]") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      return key.get(object);
    }
  },
  SET(true, true, "void (object[key] = value)") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      key.set(object, value);
      return JsValue.undefined();
    }
  },
  HAS(true, false, "key in object") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      return JsBoolean.of(key.has(object));
    }
  },
  HAS_OWN(true, false, "Object.hasOwn(object, key)") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      return JsBoolean.of(key.hasOwn(object));
    }
  },
  DELETE(true, false, "delete object[key]") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      return JsBoolean.of(key.delete(object));
    }
  },
  OWN_PROPERTY(true, false, """
      (p => p && [p.value ?? null, p.get ?? null, p.set ?? null, p.writable, p.enumerable, p.configurable]) (
          Object.getOwnPropertyDescriptor(object, key))""") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      return key.ownProperty(object)
          .<JsValue>map(property -> list(object.context(), describe(property)))
          .orElse(JsValue
              .undefined());
    }
  },
  DEFINE_DATA(true, true,
      "void Object.defineProperty(object, key, { value, writable: false, enumerable: true, configurable: true })") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      key.defineProperty(object, new JsProperty.Data(value, false, true, true));
      return JsValue.undefined();
    }
  },
  DEFINE_FIXED(true, false,
      "void Object.defineProperty(object, key, { value: 1, writable: false, enumerable: false, configurable: false })") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      key.defineProperty(object, new JsProperty.Data(JsNumber.of(1), false, false, false));
      return JsValue.undefined();
    }
  },
  DEFINE_ACCESSOR(true, false,
      "void Object.defineProperty(object, key, { get: probe, set: undefined, enumerable: false, configurable: true })") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      JsFunction probe = object.context().global().get("probe").asFunction();
      key.defineProperty(object, new JsProperty.Accessor(Optional.of(probe), Optional.empty(), false, true));
      return JsValue.undefined();
    }
  },
  KEYS(false, false, "Object.keys(object)") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      return list(object.context(), object.keys().stream().<JsValue>map(JsString::of).toList());
    }
  },
  OWN_KEYS(false, false, "Reflect.ownKeys(object)") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      return list(object.context(), object.ownKeys());
    }
  },
  ENTRIES(false, false, "Object.entries(object).flat()") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      List<JsValue> flat = new ArrayList<>();
      for (Map.Entry<String, JsValue> entry : object.entries().entrySet()) {
        flat.add(JsString.of(entry.getKey()));
        flat.add(entry.getValue());
      }
      return list(object.context(), flat);
    }
  },
  PROTOTYPE(false, false, "Object.getPrototypeOf(object)") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      return object.prototype().<JsValue>map(it -> it).orElse(JsValue.ofNull());
    }
  },
  SET_PROTOTYPE(false, true, "void Object.setPrototypeOf(object, value)") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      object.setPrototype(value);
      return JsValue.undefined();
    }
  },
  FREEZE(false, false, "void Object.freeze(object)") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      object.freeze();
      return JsValue.undefined();
    }
  },
  SEAL(false, false, "void Object.seal(object)") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      object.seal();
      return JsValue.undefined();
    }
  },
  PREVENT_EXTENSIONS(false, false, "void Object.preventExtensions(object)") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      object.preventExtensions();
      return JsValue.undefined();
    }
  },
  INTEGRITY(false, false, "[Object.isFrozen(object), Object.isSealed(object), Object.isExtensible(object)]") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      return object.context()
          .newArray(JsBoolean.of(object.isFrozen()), JsBoolean.of(object.isSealed()), JsBoolean.of(
              object.isExtensible()));
    }
  },
  ITERATE(false, false, "[...object]") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      List<JsValue> values = new ArrayList<>();
      try (JsIterator iterator = object.iterate()) {
        iterator.forEachRemaining(values::add);
      }
      return list(object.context(), values);
    }
  },
  LOOSELY_EQUAL(false, true, "object == value") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      return JsBoolean.of(object.context().isLooselyEqual(object, value));
    }
  },
  STRICTLY_EQUAL(false, true, "[object === value, value === value]") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      JsContext js = object.context();
      return js.newArray(JsBoolean.of(js.isStrictlyEqual(object, value)), JsBoolean.of(js.isStrictlyEqual(value,
          value)));
    }
  },
  INSTANCE_OF(false, false, "(constructor => probe instanceof constructor)(object)") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      return JsBoolean.of(object.context().global().get("probe").asObject().isInstanceOf(object));
    }
  },
  TO_JSON(false, false, "JSON.stringify(object, undefined, 2)") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      return object.context().toJson(object, 2).<JsValue>map(JsString::of).orElse(JsValue.undefined());
    }
  },
  TO_STRING(false, false, "`${object}`") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      return JsString.of(object.context().coerceToString(object));
    }
  },
  TO_NUMBER(false, false, "Number(object)") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      return JsNumber.of(object.context().coerceToNumber(object));
    }
  },
  TYPE_OF(false, false, "typeof object") {
    @Override
    JsValue apply(JsObject object, Key key, JsValue value) {
      return JsString.of(object.typeOf());
    }
  };

  private final boolean takesKey;
  private final boolean takesValue;
  private final String script;

  Operation(boolean takesKey, boolean takesValue, String script) {
    this.takesKey = takesKey;
    this.takesValue = takesValue;
    this.script = script;
  }

  boolean takesKey() {
    return takesKey;
  }

  boolean takesValue() {
    return takesValue;
  }

  /** What JavaScript does: an expression of {@code object}, {@code key} and {@code value}, in sloppy code. */
  String script() {
    return script;
  }

  /** What the API does. */
  abstract JsValue apply(JsObject object, Key key, JsValue value);

  private static JsArray list(JsContext js, List<JsValue> values) {
    return js.newArray(values.toArray(JsValue[]::new));
  }

  private static List<JsValue> describe(JsProperty property) {
    List<JsValue> described = new ArrayList<>();
    switch (property) {
      case JsProperty.Data data -> {
        described.add(data.value().isUndefined() ? JsValue.ofNull() : data.value());
        described.addAll(List.of(JsValue.ofNull(), JsValue.ofNull(), JsBoolean.of(data.writable())));
      }
      case JsProperty.Accessor accessor -> {
        described.add(JsValue.ofNull());
        described.add(accessor.getter().<JsValue>map(it -> it).orElse(JsValue.ofNull()));
        described.add(accessor.setter().<JsValue>map(it -> it).orElse(JsValue.ofNull()));
        described.add(JsValue.undefined());
      }
    }
    described.add(JsBoolean.of(property.enumerable()));
    described.add(JsBoolean.of(property.configurable()));
    return described;
  }
}
