/** Long programs in JVMs of their own: under a collector that never rests, and with memory measured. */
@NullMarked
package io.jsc4j.tests.stress;

import org.jspecify.annotations.NullMarked;
