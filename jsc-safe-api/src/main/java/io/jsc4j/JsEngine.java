package io.jsc4j;

import io.jsc4j.internal.checked.CheckedMode;
import io.jsc4j.internal.ffi.Feature;
import io.jsc4j.internal.ffi.NativeEngine;
import io.jsc4j.internal.lifetime.LeakLedger;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The JavaScriptCore library that this class loader uses; loaded once and never unloaded. Usable on any thread.
 *
 * <p>It is looked for in this order: the system property {@code io.jsc4j.library} ({@code bundled}, {@code system} or a path), a {@link
 * io.jsc4j.spi.JscLibraryProvider}, the bundled engine (jsc-native), the system's library.
 */
public final class JsEngine {
  private static final class Holder {
    static final JsEngine ENGINE = new JsEngine(NativeEngine.instance());
  }

  private final NativeEngine engine;

  private JsEngine(NativeEngine engine) {
    this.engine = engine;
  }

  /**
   * Loads the engine if that has not been done; opening a runtime does it too.
   *
   * @throws io.jsc4j.spi.JscLibraryException if there is no engine that can be used; the message lists every place tried
   */
  public static JsEngine load() {
    // First, so that a failure is thrown as it is and can be tried again; the holder's initialisation can't fail after it.
    NativeEngine.instance();
    return Holder.ENGINE;
  }

  /**
   * Loads the engine with options, before anything else does: its options can be set once in a process, and not after its first runtime.
   *
   * <p>If an option is refused here the engine counts as not loaded, and this may be called again; options that were set before the refused
   * one stay.
   *
   * @throws IllegalStateException if it is loaded already; the message says when and by which thread, and the cause where
   * @throws IllegalArgumentException if this engine does not have one of the options
   * @throws UnsupportedOperationException if the engine lacks {@link JsCapability#ENGINE_OPTIONS}
   * @throws io.jsc4j.spi.JscLibraryException if there is no engine that can be used; the message lists every place tried
   */
  public static JsEngine configure(JsEngineOptions options) {
    NativeEngine.configure(java.util.Objects.requireNonNull(options, "options").values());
    return load();
  }

  /** The engine's version, such as {@code 2.50.6} (that of WebKitGTK), or {@code unknown} where it tells none. */
  public String version() {
    return engine.version().orElse("unknown");
  }

  /** Where it was found: {@code bundled engine} and the like, for people to read. */
  public String origin() {
    return engine.origin();
  }

  /** The library's file. */
  public Path library() {
    return engine.path();
  }

  /** What the engine can do. */
  public Set<JsCapability> capabilities() {
    EnumSet<JsCapability> found = EnumSet.noneOf(JsCapability.class);
    for (JsCapability capability : JsCapability.values()) {
      if (engine.has(Feature.valueOf(capability.name()))) {
        found.add(capability);
      }
    }
    return Collections.unmodifiableSet(found);
  }

  /** What the engine can't do. */
  public Set<JsCapability> missingCapabilities() {
    EnumSet<JsCapability> missing = EnumSet.allOf(JsCapability.class);
    missing.removeAll(capabilities());
    return Collections.unmodifiableSet(missing);
  }

  /** The version of jsc4j itself, or {@code development} where its classes do not come from its jar. */
  public static String libraryVersion() {
    String version = JsEngine.class.getPackage().getImplementationVersion();
    if (version == null && JsEngine.class.getModule().getDescriptor() != null) {
      version = JsEngine.class.getModule().getDescriptor().rawVersion().orElse(null);
    }
    return version == null ? "development" : version;
  }

  /** What is open now; exact while no runtime is in use. */
  public static JsLiveResources liveResources() {
    NativeEngine.Census census = NativeEngine.census();
    return new JsLiveResources(LeakLedger.Kind.RUNTIME.open(), LeakLedger.Kind.CONTEXT.open(), LeakLedger.Kind.REFERENCE
        .open(),
        census.cells(), census.hostObjects(), census.weakReferences());
  }

  /**
   * Whether the checked mode is on: {@code -Dio.jsc4j.checked=true} when this class was loaded. It validates every handle at every use a second time,
   * and remembers where each handle, scope and context was made and released; for tests, since it takes many times as long.
   */
  public static boolean isChecked() {
    return CheckedMode.ON;
  }

  /**
   * What is open in this class loader, the oldest first, each with the place that opened it. One that became unreachable unclosed counts as open.
   *
   * @return an empty list unless {@link #isChecked()}
   */
  public static List<JsOpenResource> openResources() {
    return LeakLedger.openTickets()
        .stream()
        .map(ticket -> new JsOpenResource(ticket.kind(), ticket.number(), ticket.openedAt()))
        .toList();
  }

  /**
   * What the checked mode has found since the last call. Each was thrown too, as an {@link AssertionError}; but where it was thrown a script, or a
   * host function, may have caught it.
   *
   * @return an empty list unless {@link #isChecked()}
   */
  public static List<Throwable> takeFailedChecks() {
    return CheckedMode.takeFailures();
  }
}
