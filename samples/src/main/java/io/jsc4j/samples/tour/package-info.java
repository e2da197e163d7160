/** Small programs, each of which shows one thing: {@code samples/tour} runs them. */
@NullMarked
package io.jsc4j.samples.tour;

import org.jspecify.annotations.NullMarked;
