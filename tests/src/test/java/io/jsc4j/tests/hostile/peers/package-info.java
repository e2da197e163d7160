/**
 * What jsc4j and its peers, Javet and GraalJS, do with the same hostile scripts. Compiled and run by {@code tests/compare}
 * alone, whose Maven profile has the peers' jars.
 */
@NullMarked
package io.jsc4j.tests.hostile.peers;

import org.jspecify.annotations.NullMarked;
