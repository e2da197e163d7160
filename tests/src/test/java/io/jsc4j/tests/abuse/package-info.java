/** What a careless caller can do: each public AutoCloseable, and every public method by reflection. */
@NullMarked
package io.jsc4j.tests.abuse;

import org.jspecify.annotations.NullMarked;
