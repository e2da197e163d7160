/**
 * One class for each engine, with the same operations under the same names: the rows of the table in {@code docs/performance}. Each is done in the
 * way that the engine's own documentation shows first for it.
 */
@NullMarked
package io.jsc4j.benchmarks.engines;

import org.jspecify.annotations.NullMarked;
