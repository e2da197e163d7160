/**
 * JavaScript in Java.
 *
 * {@snippet file="SnippetTest.java" region="first-steps"}
 *
 * <h2>Threads</h2>
 * A {@link io.jsc4j.JsRuntime} and everything in it belong to the platform thread that opened it; any other thread gets a {@link
 * java.lang.WrongThreadException}. Undefined, null, booleans, numbers and strings are plain Java data and go anywhere.
 *
 * <h2>Lifetimes</h2>
 * Objects, symbols and big ints are handles. A handle belongs to the innermost open {@link io.jsc4j.JsScope} of its context and ends with
 * it; without a scope it ends when Java no longer reaches it, at the latest with the context. {@link io.jsc4j.JsScope#escape} and {@link
 * io.jsc4j.JsRef} make it live longer. Using an ended handle throws {@link java.lang.IllegalStateException}; nothing that this package
 * offers can corrupt memory.
 *
 * <h2>Errors</h2>
 * What JavaScript did is a {@link io.jsc4j.JsException}. What the caller did wrong is a standard unchecked exception. A Java exception thrown
 * in a {@link io.jsc4j.HostFunction} comes out of the call of JavaScript as the same object. Every argument must be non-null.
 */
@NullMarked
package io.jsc4j;

import org.jspecify.annotations.NullMarked;
