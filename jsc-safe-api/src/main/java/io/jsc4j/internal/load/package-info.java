/**
 * Finds the JavaScriptCore library of this process and opens it.
 *
 * <p>{@link io.jsc4j.internal.load.LibraryDiscovery} is the way in. It tries what the property {@code io.jsc4j.library}
 * names, then providers, the bundled engine and the system's library; {@link
 * io.jsc4j.internal.load.ExtractionCache} keeps the bundled engine's files between starts. Nothing here calls a C
 * function: opening a file and looking up a name is all ({@link io.jsc4j.internal.load.HostLibc} is how the audited package
 * answers the two questions that need a call).
 */
@NullMarked
package io.jsc4j.internal.load;

import org.jspecify.annotations.NullMarked;
