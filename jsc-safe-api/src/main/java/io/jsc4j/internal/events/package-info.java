/**
 * Events for Java's Flight Recorder, which may be missing, and is off most of the time: {@link io.jsc4j.internal.events.Events} alone is used from outside,
 * and the classes that need the module {@code jdk.jfr} are loaded only while something records.
 */
@NullMarked
package io.jsc4j.internal.events;

import org.jspecify.annotations.NullMarked;
