package io.jsc4j.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class, or one test method, so that mistakes in the use of jsc4j show: in checked mode, with an engine that collects garbage
 * all the time and overwrites what it frees. A test fails that leaves a runtime, context, scope, reference or worker open; the failure has the
 * stack that opened it.
 *
 * {@snippet file="PricesTest.java" region="checked"}
 *
 * <p>The engine takes its options once in a process, so the tests run in a JVM of their own: one for an annotated class, with all its tests, or
 * one for an annotated method. It has the class path, the system properties and the options of this JVM, without agents. Results come back to
 * where the tests were started. Only there are tests selected and their conditions and arguments evaluated too; what the class does itself
 * (constructor, life-cycle methods, tests) it does in the other JVM alone. What a test throws comes back with its name, message and stack, as a
 * {@link JsCheckedFailure}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(JsCheckedExtension.class)
public @interface JsChecked {
  /** Whether the engine collects all the time, on a thread of its own: what it does not know of is gone at once. */
  boolean collectContinuously() default true;

  /** Whether the engine overwrites what it frees, so that a use of it shows. */
  boolean scribbleFreeCells() default true;

  /** After how many allocations that leave the fast path the allocating thread itself collects; 0 for never. The fewer, the slower. */
  int slowPathAllocationsBetweenCollections() default 0;

  /** Whether the engine keeps what it should free, marked as dead, so that a use of it is certain to show. Takes much memory. */
  boolean zombies() default false;

  /** How long the JVM may take for all that it runs. */
  int timeoutSeconds() default 600;

  /** More options for the JVM. */
  String[] jvmOptions() default {};
}
