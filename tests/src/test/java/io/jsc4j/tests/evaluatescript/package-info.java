/** The sample EvaluateScript, and the table in the README that it makes. */
@NullMarked
package io.jsc4j.tests.evaluatescript;

import org.jspecify.annotations.NullMarked;
