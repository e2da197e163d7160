/**
 * {@code evaluateScript(context, source)} side by side: on the raw bindings ({@link
 * io.jsc4j.samples.evaluatescript.RawHalf}) and on the safe API ({@link io.jsc4j.samples.evaluatescript.SafeHalf}), and
 * what becomes of the classic mistakes in each.
 *
 * <p>The raw half is here to be looked at. It calls a module that is exported to jsc4j alone, so it is compiled and run
 * with options that no application needs; the other samples use nothing but the exported packages.
 */
@NullMarked
package io.jsc4j.samples.evaluatescript;

import org.jspecify.annotations.NullMarked;
