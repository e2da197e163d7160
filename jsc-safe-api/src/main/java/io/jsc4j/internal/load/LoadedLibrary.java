package io.jsc4j.internal.load;

import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;

/**
 * A JavaScriptCore that is open for the rest of the process.
 *
 * @param symbols its functions; the required ones are known to be there
 * @param path its file, or its bare name where the operating system does not say which file it is
 * @param origin which step of the search found it
 * @param description where it came from, for people: one line without the path
 */
public record LoadedLibrary(SymbolLookup symbols, Path path, Origin origin, String description) {
  /** The steps of the search, in order. */
  public enum Origin {
    /** A path in the system property {@code io.jsc4j.library}. */
    PROPERTY,
    /** A {@link io.jsc4j.spi.JscLibraryProvider}. */
    PROVIDER,
    /** The engine that travels in a jar. */
    BUNDLED,
    /** The operating system's own library. */
    SYSTEM
  }
}
