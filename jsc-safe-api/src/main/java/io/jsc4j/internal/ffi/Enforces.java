package io.jsc4j.internal.ffi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the one method that makes an {@link Obligation} true. Removing its body (returning at once, handing back its only argument, or 0)
 * must make the obligation's proof fail; the tests do exactly that, in a forked JVM.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Enforces {
  /** The obligation that the method enforces. */
  Obligation value();
}
