/**
 * The conformance suite: what each function of the C API does, seen through the public API, in contexts that were opened in each way there is, on
 * each engine at hand.
 */
@NullMarked
package io.jsc4j.tests.conformance.suite;

import org.jspecify.annotations.NullMarked;
