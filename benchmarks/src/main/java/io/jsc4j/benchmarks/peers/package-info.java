/** The same operations on other engines; only the profile {@code peers} compiles them. */
@NullMarked
package io.jsc4j.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
