/** A JUnit extension that runs tests in checked mode and under the engine's stress options: {@link io.jsc4j.junit.JsChecked}. */
@NullMarked
package io.jsc4j.junit;

import org.jspecify.annotations.NullMarked;
