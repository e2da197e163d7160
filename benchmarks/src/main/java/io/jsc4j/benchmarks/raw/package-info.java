/** The operations on the raw bindings; the only benchmarks that may use those. */
@NullMarked
package io.jsc4j.benchmarks.raw;

import org.jspecify.annotations.NullMarked;
