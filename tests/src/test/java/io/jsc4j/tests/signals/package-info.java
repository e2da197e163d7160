/** The engine beside all that HotSpot uses signals for. */
@NullMarked
package io.jsc4j.tests.signals;

import org.jspecify.annotations.NullMarked;
