/** The small samples do what their pages say. */
@NullMarked
package io.jsc4j.tests.tour;

import org.jspecify.annotations.NullMarked;
