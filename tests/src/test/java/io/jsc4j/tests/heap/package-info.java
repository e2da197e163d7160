/** What happens when Java's heap is full. */
@NullMarked
package io.jsc4j.tests.heap;

import org.jspecify.annotations.NullMarked;
