/** What JavaScript does and what the API does, held against each other. */
@NullMarked
package io.jsc4j.tests.conformance;

import org.jspecify.annotations.NullMarked;
