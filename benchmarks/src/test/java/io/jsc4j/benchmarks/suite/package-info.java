/** Tests of what joins and writes the figures. */
@NullMarked
package io.jsc4j.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
