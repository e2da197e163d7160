/** Threads that do jobs which other threads give them: queues, back-pressure, cancelling, closing. Knows nothing of the engine. */
@NullMarked
package io.jsc4j.internal.work;

import org.jspecify.annotations.NullMarked;
