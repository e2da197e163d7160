package io.jsc4j;

import org.jspecify.annotations.Nullable;

/** What a {@link HostClass} defines. */
final class HostMember {
  private HostMember() {}

  /** One member. */
  sealed interface Definition<T> permits Method, StaticMethod, Accessor, StaticAccessor, Constant {}

  /** {@code name(...) {}}. */
  record Method<T>(String name, int length, HostMethod<? super T> body) implements Definition<T> {}

  /** {@code static name(...) {}}. */
  record StaticMethod<T>(String name, int length, HostFunction body) implements Definition<T> {}

  /** {@code get name() {}} and perhaps {@code set name(value) {}}. */
  record Accessor<T>(String name, HostMethod<? super T> getter,
      @Nullable HostMethod<? super T> setter) implements Definition<T> {}

  /** The same, static. */
  record StaticAccessor<T>(String name, HostFunction getter, @Nullable HostFunction setter) implements Definition<T> {}

  /** A property of the constructor that never changes. */
  record Constant<T>(String name, JsValue value) implements Definition<T> {}
}
