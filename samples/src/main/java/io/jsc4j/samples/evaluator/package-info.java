/**
 * The command {@code ./jsc}: evaluates a script with limits, prints as Node does, and tells where an error happened.
 *
 * <p>{@link io.jsc4j.samples.evaluator.Evaluator} is the way in. The console is written in JavaScript (the resources beside these classes) and
 * captures what it uses before the script runs.
 */
@NullMarked
package io.jsc4j.samples.evaluator;

import org.jspecify.annotations.NullMarked;
