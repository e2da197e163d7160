package io.jsc4j.internal.ffi;

/**
 * Which limit ended a script.
 *
 * @param limit which
 * @param used what had been used when it was noticed, in the unit of the limit
 * @param allowed the limit
 * @param where the JavaScript that was running, innermost first, in the notation of {@link Backtrace}
 */
public record Termination(Limit limit, long used, long allowed, String where) {}
