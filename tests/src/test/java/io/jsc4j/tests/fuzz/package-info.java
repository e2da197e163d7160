/** Random programs on the public API, and what must never happen to them. */
@NullMarked
package io.jsc4j.tests.fuzz;

import org.jspecify.annotations.NullMarked;
