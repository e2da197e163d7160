/** What the public API does, one class for each type or topic. */
@NullMarked
package io.jsc4j.tests.api;

import org.jspecify.annotations.NullMarked;
