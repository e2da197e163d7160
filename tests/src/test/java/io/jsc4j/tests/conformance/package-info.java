/**
 * What proves that the API does what the C functions below it do (see {@link io.jsc4j.tests.conformance.Covers}), and that the same action does the
 * same through the API and through JavaScript.
 */
@NullMarked
package io.jsc4j.tests.conformance;

import org.jspecify.annotations.NullMarked;
