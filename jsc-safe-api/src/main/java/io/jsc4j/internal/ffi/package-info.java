/**
 * The audited package: the only code of jsc4j that touches the raw bindings or a restricted method of {@code java.lang.foreign}.
 *
 * <p>Whoever audits jsc4j reads this package and {@code docs/unsafe-ledger.md}. Every method that reaches the bindings names in
 * {@link io.jsc4j.internal.ffi.Unsafe @Unsafe} the {@linkplain io.jsc4j.internal.ffi.Obligation obligations} it relies on, and every raw
 * call has a {@code // SAFETY:} line. Each obligation is enforced by one method, marked {@link io.jsc4j.internal.ffi.Enforces @Enforces}, and
 * a test removes the body of that method and watches the proof fail.
 *
 * <p>What leaves this package is a {@link io.jsc4j.internal.ffi.NativeValue}: Java data, or a {@link io.jsc4j.internal.ffi.CellPointer} that
 * has been protected from the collector and that the caller must release. No raw address leaves it.
 */
@NullMarked
package io.jsc4j.internal.ffi;

import org.jspecify.annotations.NullMarked;
