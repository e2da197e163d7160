package io.jsc4j.internal.ffi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method or constructor that calls the engine, and names what must hold for that call to be sound. The unsafe ledger is generated
 * from it; a method of this package that reaches the bindings without it fails the build.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Unsafe {
  /** What must hold at every raw call in the method. */
  Obligation[] value();
}
