/**
 * What an application implements to say where the JavaScriptCore library comes from, and the exception that says that
 * none could be used.
 *
 * <p>Most applications need neither: with {@code jsc-native} on the class path or module path the engine is found without
 * help.
 */
@NullMarked
package io.jsc4j.spi;

import org.jspecify.annotations.NullMarked;
