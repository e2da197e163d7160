/**
 * Who gives back which protection, and when: scopes, the handles of a context's root scope, references, and the ledger of what was left open.
 *
 * <p>Nothing here touches native memory; it decides, and {@link io.jsc4j.internal.ffi} carries out. Only {@link
 * io.jsc4j.internal.lifetime.LeakLedger} may be used from any thread; the rest belongs to the owner thread of its runtime.
 */
@NullMarked
package io.jsc4j.internal.lifetime;

import org.jspecify.annotations.NullMarked;
