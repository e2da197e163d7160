/**
 * Conversion between JavaScript values and Java objects: for each Java type a reader (from JavaScript) and a writer (to it), made once and kept.
 *
 * <p>It works on the values of {@link io.jsc4j.internal.ffi} and knows nothing of the public package, which tells it the few things that it must know
 * through {@link io.jsc4j.internal.convert.PublicTypes}. Readers and writers are free of state and may be used by several threads; a {@link
 * io.jsc4j.internal.convert.Session} is one conversion, on the owner thread.
 */
@NullMarked
package io.jsc4j.internal.convert;

import org.jspecify.annotations.NullMarked;
