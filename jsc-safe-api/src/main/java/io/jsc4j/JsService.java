package io.jsc4j;

import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;
import io.jsc4j.internal.ffi.ServiceRealm;
import io.jsc4j.internal.ffi.ServiceScript;
import java.util.List;
import java.util.Optional;

/** Calls of the library's own scripts for a context, with answers as users see them. */
final class JsService {
  private JsService() {}

  static void run(JsContext context, ServiceScript script, String function, NativeValue... arguments) {
    context.runVoid(() -> Realm.discard(ServiceRealm.call(context.pointer(), script, function, arguments)));
  }

  static JsValue call(JsContext context, ServiceScript script, String function, NativeValue... arguments) {
    return context.runValue(() -> ServiceRealm.call(context.pointer(), script, function, arguments));
  }

  /** Empty where the function gives {@code absent}. */
  static Optional<JsValue> find(JsContext context, ServiceScript script, String function, NativeValue... arguments) {
    return context.run(() -> Optional.ofNullable(ServiceRealm.find(context.pointer(), script, function, arguments))
        .map(context::wrap));
  }

  /** The elements of the array that the function gives; empty where it gives {@code absent}. */
  static Optional<List<JsValue>> list(JsContext context, ServiceScript script, String function,
      NativeValue... arguments) {
    return context.run(() -> Optional.ofNullable(ServiceRealm.list(context.pointer(), script, function, arguments))
        .map(elements -> JsValues.fromNative(context, elements)));
  }

  static boolean test(JsContext context, ServiceScript script, String function, NativeValue... arguments) {
    return call(context, script, function, arguments).asBoolean();
  }

  static double number(JsContext context, ServiceScript script, String function, NativeValue... arguments) {
    return call(context, script, function, arguments).asDouble();
  }

  static String text(JsContext context, ServiceScript script, String function, NativeValue... arguments) {
    return call(context, script, function, arguments).asString();
  }

  static Optional<String> findText(JsContext context, ServiceScript script, String function,
      NativeValue... arguments) {
    return find(context, script, function, arguments).map(JsValue::asString);
  }
}
