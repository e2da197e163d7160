/**
 * What a jar that carries an engine offers, and what the library asks of it. It lies here, below both, so that neither
 * depends on the other.
 */
@NullMarked
package io.jsc4j.bindings.bundle;

import org.jspecify.annotations.NullMarked;
