package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.BindingsLookup;
import io.jsc4j.bindings.JavaScriptCore;
import io.jsc4j.bindings.UniformCalls;
import io.jsc4j.internal.load.LibraryDiscovery;
import io.jsc4j.internal.load.LoadRequest;
import io.jsc4j.internal.load.LoadedLibrary;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The engine that this class loader uses: loaded once, on first use, and never unloaded. Usable on any thread. */
public final class NativeEngine {
  private static volatile @Nullable NativeEngine loaded;
  /** Open, but perhaps not configured yet. */
  private static @Nullable NativeEngine opened;

  private final LoadedLibrary library;
  private final Set<Feature> features;
  private final long loadedAt = System.currentTimeMillis();
  private final String loadedBy = Thread.currentThread().getName();
  /** Tells by what it was loaded, to whoever comes too late to configure it. */
  private final Throwable loading = new Throwable("the JavaScript engine was loaded here");

  private NativeEngine(LoadedLibrary library) {
    this.library = library;
    EnumSet<Feature> found = EnumSet.noneOf(Feature.class);
    for (Feature feature : Feature.values()) {
      if (feature.symbols().stream().allMatch(symbol -> library.symbols().find(symbol).isPresent())) {
        found.add(feature);
      }
    }
    this.features = found;
  }

  /**
   * Finds, opens and configures the engine, the first time; a failure may be tried again.
   *
   * @throws io.jsc4j.spi.JscLibraryException if there is no engine that can be used
   */
  public static NativeEngine instance() {
    NativeEngine present = loaded;
    return present != null ? present : load();
  }

  private static NativeEngine load() {
    return load(Map.of(), false);
  }

  /**
   * Finds, opens and configures the engine with options.
   *
   * @param options values by the names of {@link EngineOption#allowed()}
   * @throws io.jsc4j.spi.JscLibraryException if there is no engine that can be used
   * @throws IllegalStateException if it is loaded already; the cause tells by what
   * @throws IllegalArgumentException if the engine does not know an option; it is not loaded then
   * @throws UnsupportedOperationException if the engine has no functions to set options
   */
  public static NativeEngine configure(Map<String, Object> options) {
    return load(options, true);
  }

  private static synchronized NativeEngine load(Map<String, Object> options, boolean first) {
    NativeEngine present = loaded;
    if (present != null && first) {
      throw new IllegalStateException("the JavaScript engine is in use already: it was loaded at " + Instant
          .ofEpochMilli(
              present.loadedAt) + " by thread " + present.loadedBy
          + " (where, see the cause); configure it before that",
          present.loading);
    }
    if (present == null) {
      present = opened;
      if (present == null) {
        present = new NativeEngine(LibraryDiscovery.discover(LoadRequest.current(Feature.REQUIRED_SYMBOLS),
            new HostCLibrary()));
        BindingsLookup.install(present.library.symbols());
        // The bindings are tied to it from now on, also if its options are refused.
        opened = present;
      }
      EngineOptions.set(present, options);
      present.turnInspectionOff();
      loaded = present;
    }
    return present;
  }

  /** Contexts are not announced to a remote inspector, which could read and change them: nobody can connect one, and each announcement takes time. */
  @Unsafe({})
  private void turnInspectionOff() {
    if (has(Feature.INSPECTION)) {
      // SAFETY: it sets a flag of the process that the engine reads when it makes a context.
      UniformCalls.JSRemoteInspectorSetInspectionEnabledByDefault(false);
    }
  }

  /**
   * What lives in all runtimes of this class loader.
   *
   * @param runtimes how many are open
   * @param cells how many heap values Java keeps protected
   * @param hostObjects how many Java objects JavaScript may still reach
   * @param weakReferences how many weak references have not been released
   */
  public record Census(int runtimes, long cells, long hostObjects, long weakReferences) {}

  /** What lives now; approximate while other threads run JavaScript. */
  public static Census census() {
    return HostObjects.census();
  }

  /** Where the library came from, for people to read. */
  public String origin() {
    return library.description();
  }

  /** The library's file, or its name if only the dynamic linker knows the file. */
  public Path path() {
    return library.path();
  }

  /** Whether the engine exports what the feature takes. */
  public boolean has(Feature feature) {
    return features.contains(feature);
  }

  /** Where a function is that a feature takes. */
  MemorySegment symbol(String name) {
    return library.symbols().find(name).orElseThrow();
  }

  /**
   * Checks that the engine exports what the feature takes.
   *
   * @throws UnsupportedOperationException if it does not
   */
  public void require(Feature feature) {
    if (!has(feature)) {
      throw new UnsupportedOperationException("the JavaScript engine at " + library.path() + " does not export "
          + String.join(", ", feature.symbols()) + ", which this needs; the bundled engine (jsc-native) does");
    }
  }

  /** The engine's version, such as {@code 2.50.6}, where it tells one. */
  @Unsafe({})
  public Optional<String> version() {
    if (!has(Feature.ENGINE_VERSION)) {
      return Optional.empty();
    }
    // SAFETY: three functions without arguments or effects, which the library exports.
    return Optional.of(JavaScriptCore.jsc_get_major_version() + "." + JavaScriptCore.jsc_get_minor_version() + "."
        + JavaScriptCore.jsc_get_micro_version());
  }
}
