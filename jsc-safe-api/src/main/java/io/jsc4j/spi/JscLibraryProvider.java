package io.jsc4j.spi;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Names the JavaScriptCore library that jsc4j should open, for applications that bring their own.
 *
 * <p>Providers are found by {@link java.util.ServiceLoader}: declare one with {@code provides
 * io.jsc4j.spi.JscLibraryProvider with ...} in a module, or in {@code META-INF/services/io.jsc4j.spi.JscLibraryProvider} on
 * the class path. They are looked up with the class loader that loaded jsc4j, so that which engine a process gets does
 * not depend on the thread that asks first.
 *
 * {@snippet file="CompanyEngine.java" region="provider"}
 *
 * <h2>When it is asked</h2>
 * Once, when the engine is loaded, by the thread that loads it. The system property {@code io.jsc4j.library} comes before
 * every provider; the bundled engine and the system's library come after. The first provider whose library can be opened
 * and has the functions that jsc4j needs decides. One that fails is logged and the search goes on.
 *
 * <h2>Safety</h2>
 * The library runs inside the JVM with all of its rights, and jsc4j's guarantees hold only when it is a JavaScriptCore: a
 * provider must name a file that nobody else can change.
 */
public interface JscLibraryProvider {
  /**
   * What to call this provider in messages.
   *
   * @return a short name
   */
  String name();

  /**
   * The library to open.
   *
   * <p>What it throws counts as a failure of this provider: it is reported, and the search goes on.
   *
   * @return the library's file, or empty if this provider has none for this machine
   */
  Optional<Path> library();
}
