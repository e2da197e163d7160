package io.jsc4j;

import java.util.Objects;

/**
 * Something that the host has given to the scripts of a context, as {@link JsContext#capabilities} lists it. Plain data, usable on any thread.
 *
 * @param kind what it is
 * @param name the name of the function or class; {@code Class.member} for a member
 * @param type the Java class behind it: that of the lambda, of the object, or of those that a host class stands for
 */
public record JsGrant(Kind kind, String name, Class<?> type) {
  /** What was granted. */
  public enum Kind {
    /** A host function ({@link JsFactory#function}). */
    FUNCTION,
    /** An asynchronous host function ({@link JsFactory#asyncFunction}). */
    ASYNC_FUNCTION,
    /** A host class: its constructor and its prototype. */
    CLASS,
    /** What runs Java code when a script uses a host class: a method, an accessor, the constructor, the interception of properties. */
    MEMBER,
    /** A Java object that has a JavaScript one. */
    OBJECT,
    /** What hears of unhandled rejections ({@link JsContext#onUnhandledRejection}). */
    REJECTION_HANDLER
  }

  public JsGrant {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  static JsGrant member(HostClass<?> owner, String name) {
    return new JsGrant(Kind.MEMBER, owner.name() + "." + name, owner.type());
  }
}
