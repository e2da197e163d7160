package io.jsc4j.internal.load;

import io.jsc4j.bindings.bundle.EngineBundle;
import java.io.IOException;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Gets one bundle from its jar into this process. */
final class BundledEngine {
  private final EngineBundle bundle;
  private final BundleManifest manifest;
  private final CacheLocation location;
  private final HostLibc libc;

  private BundledEngine(EngineBundle bundle, BundleManifest manifest, CacheLocation location, HostLibc libc) {
    this.bundle = bundle;
    this.manifest = manifest;
    this.location = location;
    this.libc = libc;
  }

  /**
   * Reads what the bundle is.
   *
   * @return the engine, or null if the bundle's jar was built without one
   */
  static @Nullable BundledEngine of(EngineBundle bundle, CacheLocation location, HostLibc libc)
      throws CandidateException {
    BundleManifest manifest = BundleManifest.read(bundle);
    return manifest == null ? null : new BundledEngine(bundle, manifest, location, libc);
  }

  LoadedLibrary open(LibraryOpener opener) throws CandidateException {
    Path file = file();
    SymbolLookup symbols;
    try {
      symbols = opener.openFile(file);
    } catch (CandidateException e) {
      // Extracted earlier, perhaps by another machine that shares the home directory: then this is the better explanation.
      GlibcVersion.require(manifest.glibcMinimum(), libc);
      throw new CandidateException("extracted to " + file + ": " + e.problem(), e.getCause());
    }
    return new LoadedLibrary(symbols, file, LoadedLibrary.Origin.BUNDLED,
        "bundled " + manifest.engine() + " for " + bundle.platform());
  }

  private Path file() throws CandidateException {
    IOException unusable;
    try {
      ExtractionCache cache = new ExtractionCache(location.directory());
      Path ready = cache.find(manifest);
      if (ready != null) {
        return ready;
      }
      // Before the work of extracting, and not at every start: the question costs a call into C.
      GlibcVersion.require(manifest.glibcMinimum(), libc);
      return cache.extract(manifest, bundle);
    } catch (IOException e) {
      unusable = e;
    }
    GlibcVersion.require(manifest.glibcMinimum(), libc);
    return TemporaryExtraction.extract(manifest, bundle, unusable);
  }
}
