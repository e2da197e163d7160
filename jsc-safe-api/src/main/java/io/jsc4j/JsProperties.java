package io.jsc4j;

import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.ServiceScript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Own properties with their attributes. */
final class JsProperties {
  private JsProperties() {}

  static boolean hasOwn(JsObject object, NativeValue key) {
    return JsService.test(object.context(), ServiceScript.OBJECTS, "hasOwn", object.cell(), key);
  }

  static Optional<JsProperty> own(JsObject object, NativeValue key) {
    return JsService.list(object.context(), ServiceScript.OBJECTS, "getOwnProperty", object.cell(), key)
        .map(JsProperties::read);
  }

  private static JsProperty read(List<JsValue> described) {
    boolean enumerable = described.get(3).asBoolean();
    boolean configurable = described.get(4).asBoolean();
    if (described.get(0).asBoolean()) {
      return new JsProperty.Accessor(function(described.get(1)), function(described.get(2)), enumerable, configurable);
    }
    return new JsProperty.Data(described.get(1), described.get(2).asBoolean(), enumerable, configurable);
  }

  private static Optional<JsFunction> function(JsValue value) {
    return value instanceof JsFunction function ? Optional.of(function) : Optional.empty();
  }

  static void define(JsObject object, NativeValue key, JsProperty property) {
    NativeValue enumerable = new NativeValue.Bool(Objects.requireNonNull(property, "property").enumerable());
    NativeValue configurable = new NativeValue.Bool(property.configurable());
    switch (property) {
      case JsProperty.Data data -> JsService.run(object.context(), ServiceScript.OBJECTS, "defineData", object.cell(),
          key, JsValues.toNative(data.value()), new NativeValue.Bool(data.writable()), enumerable, configurable);
      case JsProperty.Accessor accessor -> JsService.run(object.context(), ServiceScript.OBJECTS, "defineAccessor",
          object.cell(), key, orUndefined(accessor.getter()), orUndefined(accessor.setter()), enumerable, configurable);
    }
  }

  private static NativeValue orUndefined(Optional<JsFunction> function) {
    return function.<NativeValue>map(JsFunction::cell).orElse(NativeValue.Nullish.UNDEFINED);
  }

  /** As a property that an assignment would not make: one that is not shown. */
  static void defineHidden(JsObject object, String name, JsValue value) {
    define(object, new NativeValue.Text(name), new JsProperty.Data(value, true, false, true));
  }

  static Map<String, JsValue> entries(JsObject object) {
    List<JsValue> flat = JsService.list(object.context(), ServiceScript.OBJECTS, "entries", object.cell())
        .orElseThrow();
    Map<String, JsValue> entries = LinkedHashMap.newLinkedHashMap(flat.size() / 2);
    for (int i = 0; i < flat.size(); i += 2) {
      entries.put(flat.get(i).asString(), flat.get(i + 1));
    }
    return entries;
  }
}
