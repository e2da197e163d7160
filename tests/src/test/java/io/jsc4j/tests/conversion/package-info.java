/** Conversion between JavaScript values and Java objects, and Java interfaces that JavaScript implements. */
@NullMarked
package io.jsc4j.tests.conversion;

import org.jspecify.annotations.NullMarked;
