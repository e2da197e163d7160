package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.HostFrame;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Objects;
import io.jsc4j.internal.ffi.Realm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers the traps of classes.js by the {@link HostIndexed} and the {@link HostNamed} of a class. */
final class HostInterception<T> extends HostCalls {
  private final HostClass<T> hostClass;
  private final @Nullable HostIndexed<? super T> indexed;
  private final @Nullable HostNamed<? super T> named;

  HostInterception(JsContext context, HostClass<T> hostClass) {
    super(context, hostClass.name());
    this.hostClass = hostClass;
    this.indexed = hostClass.indexed();
    this.named = hostClass.named();
  }

  /** The getter of {@code length}. */
  static <T> HostMethod<T> length(HostClass<T> hostClass) {
    HostIndexed<? super T> indexed = java.util.Objects.requireNonNull(hostClass.indexed(), "indexed");
    return (target, call) -> JsNumber.of(indexed.length(target));
  }

  @Override
  JsGrant grant() {
    return JsGrant.member(hostClass, "[properties]");
  }

  @Override
  void answer(HostFrame frame) {
    T target = hostClass.type().cast(HostMembers.receiver(frame, hostClass, name()).target());
    // The numbers of classes.js.
    switch ((int) frame.number(0)) {
      case 0 -> {
        JsValue value = get(frame, target);
        if (value == null) {
          frame.returnsThis();
        } else {
          frame.returns(JsValues.toNative(value));
        }
      }
      case 1 -> answer(frame, set(frame, target, context().wrap(frame.argument(2))));
      case 2 -> answer(frame, has(frame, target));
      case 3 -> answer(frame, delete(frame, target));
      default -> keys(frame, target);
    }
  }

  private static void answer(HostFrame frame, boolean answer) {
    frame.returns(new NativeValue.Bool(answer));
  }

  private static int index(HostFrame frame) {
    return (int) frame.number(1);
  }

  private static String key(HostFrame frame) {
    return frame.argument(1) instanceof NativeValue.Text(String text) ? text : "";
  }

  private @Nullable JsValue get(HostFrame frame, T target) {
    if (frame.isNumber(1)) {
      return indexed == null ? null : indexed.get(target, index(frame));
    }
    return named == null ? null : named.get(target, key(frame));
  }

  private boolean set(HostFrame frame, T target, JsValue value) {
    return frame.isNumber(1)
        ? indexed != null && indexed.set(target, index(frame), value)
        : named != null && named.set(target, key(frame), value);
  }

  private boolean has(HostFrame frame, T target) {
    return frame.isNumber(1)
        ? indexed != null && indexed.has(target, index(frame))
        : named != null && named.has(target, key(frame));
  }

  private boolean delete(HostFrame frame, T target) {
    return frame.isNumber(1)
        ? indexed != null && indexed.delete(target, index(frame))
        : named != null && named.delete(target, key(frame));
  }

  private void keys(HostFrame frame, T target) {
    List<NativeValue> keys = new ArrayList<>();
    if (indexed != null) {
      int length = indexed.length(target);
      for (int i = 0; i < length; i++) {
        if (indexed.has(target, i)) {
          keys.add(new NativeValue.Text(Integer.toString(i)));
        }
      }
    }
    if (named != null) {
      for (String key : named.keys(target)) {
        keys.add(new NativeValue.Text(java.util.Objects.requireNonNull(key, "key")));
      }
    }
    CellPointer array = context().run(() -> Objects.createArray(context().pointer(), keys.toArray(NativeValue[]::new)));
    try {
      frame.returns(array);
    } finally {
      Realm.discard(array);
    }
  }
}
