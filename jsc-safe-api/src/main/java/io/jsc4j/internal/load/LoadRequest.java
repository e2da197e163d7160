package io.jsc4j.internal.load;

import io.jsc4j.bindings.bundle.EngineBundle;
import io.jsc4j.spi.JscLibraryProvider;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * What to look for and where. Everything that discovery takes from its surroundings is here, so that tests can give it other
 * ones.
 *
 * @param requiredSymbols functions without which a library is refused
 * @param platform what the library must be for
 * @param library the system property {@code io.jsc4j.library}
 * @param cache where the bundled engine is kept
 * @param providers the application's providers; iterated only if the property does not decide
 * @param bundles the engines that travel in jars; iterated only if nothing before decides
 * @param systemLibraries what to ask the dynamic linker for
 */
public record LoadRequest(List<String> requiredSymbols, Platform platform, @Nullable String library,
    CacheLocation cache,
    Iterable<JscLibraryProvider> providers, Iterable<EngineBundle> bundles, List<String> systemLibraries) {

  /** The system property that names the library, or the step of the search that alone is to be tried. */
  public static final String PROPERTY = "io.jsc4j.library";

  /**
   * The request of this JVM, as its system properties, environment and class path or module path make it.
   *
   * @param requiredSymbols functions without which a library is refused
   * @return the request
   */
  public static LoadRequest current(List<String> requiredSymbols) {
    Platform platform = Platform.current();
    // Our own loader and not the thread's: which engine a process gets must not depend on who asks first.
    ClassLoader loader = LoadRequest.class.getClassLoader();
    return new LoadRequest(requiredSymbols, platform, System.getProperty(PROPERTY), CacheLocation.current(),
        ServiceLoader.load(JscLibraryProvider.class, loader), ServiceLoader.load(EngineBundle.class, loader),
        SystemLibraries.of(platform));
  }
}
