/**
 * Scripts that try to hurt the host, one to a file in {@code src/test/resources/io/jsc4j/tests/hostile}, run in every
 * way in which a host can run a script.
 */
@NullMarked
package io.jsc4j.tests.hostile;

import org.jspecify.annotations.NullMarked;
