package io.jsc4j.tests.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that run JavaScript, on the engine that the system property {@code io.jsc4j.library} names. They are skipped
 * where that engine is not
 * there, except that {@code -Djsc4j.requireBundled=true} makes them fail where the bundled one is not.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(EngineUnderTest.class)
public @interface NeedsEngine {}
