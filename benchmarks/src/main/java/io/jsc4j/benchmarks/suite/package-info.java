/** Runs the engines' benchmarks and the C program side by side, and writes the table and the charts. */
@NullMarked
package io.jsc4j.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
