package io.jsc4j.tests.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the C functions whose behaviour a test (or all tests of a class together) proves: it fails when the library calls them wrongly, or reads
 * what they answer wrongly. A function that the audited package calls and that no test covers fails the build, see {@code
 * ConformanceCoverageTest}.
 *
 * <p>A test may also cover a function that the library does without, where it proves that what the library does instead is the same.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Covers {
  /** Their names. */
  String[] value();
}
