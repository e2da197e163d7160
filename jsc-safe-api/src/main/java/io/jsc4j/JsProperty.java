package io.jsc4j;

import java.util.Objects;
import java.util.Optional;

/**
 * An own property of an object with its attributes, as {@code Object.getOwnPropertyDescriptor} describes it.
 *
 * <p>Plain data, except that the values in it may be handles. See {@link JsObject#ownProperty(String)} and {@link
 * JsObject#defineProperty(String, JsProperty)}.
 */
public sealed interface JsProperty {

  /** A property with these attributes as an assignment makes it: writable, enumerable and configurable. */
  static Data of(JsValue value) {
    return new Data(Objects.requireNonNull(value, "value"), true, true, true);
  }

  /** Whether {@link JsObject#keys()} and {@code for...in} show it. */
  boolean enumerable();

  /** Whether it can be deleted, and its attributes changed. */
  boolean configurable();

  /**
   * A property that holds a value.
   *
   * @param value the value
   * @param writable whether an assignment changes it
   * @param enumerable whether {@link JsObject#keys()} and {@code for...in} show it
   * @param configurable whether it can be deleted, and its attributes changed
   */
  record Data(JsValue value, boolean writable, boolean enumerable, boolean configurable) implements JsProperty {
    /** Checks that there is a value. */
    public Data {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * A property that runs functions.
   *
   * @param getter what reading calls; reading gives undefined without one
   * @param setter what an assignment calls; strict code throws a TypeError without one
   * @param enumerable whether {@link JsObject#keys()} and {@code for...in} show it
   * @param configurable whether it can be deleted, and its attributes changed
   */
  record Accessor(Optional<JsFunction> getter, Optional<JsFunction> setter, boolean enumerable, boolean configurable)
      implements
        JsProperty {
    /** Checks that nothing is null. */
    public Accessor {
      Objects.requireNonNull(getter, "getter");
      Objects.requireNonNull(setter, "setter");
    }
  }
}
