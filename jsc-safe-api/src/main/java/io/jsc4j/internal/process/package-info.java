/**
 * The process of an isolated worker, and how it is spoken with: plain data in frames over a socket. Knows nothing of JavaScript. The parent treats all that
 * comes from the other side as made by an enemy.
 */
@NullMarked
package io.jsc4j.internal.process;

import org.jspecify.annotations.NullMarked;
