/** The evaluator behind {@code ./jsc}: options, exit codes, what it prints, and real programs. */
@NullMarked
package io.jsc4j.tests.evaluator;

import org.jspecify.annotations.NullMarked;
