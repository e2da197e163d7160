/** What a call into JavaScript costs, measured with JMH. */
@NullMarked
package io.jsc4j.benchmarks;

import org.jspecify.annotations.NullMarked;
