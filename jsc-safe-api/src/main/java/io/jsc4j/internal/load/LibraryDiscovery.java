package io.jsc4j.internal.load;

import io.jsc4j.bindings.bundle.EngineBundle;
import io.jsc4j.internal.load.LoadedLibrary.Origin;
import io.jsc4j.spi.JscLibraryException;
import io.jsc4j.spi.JscLibraryProvider;
import java.io.File;
import java.lang.foreign.SymbolLookup;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Finds and opens the engine: what the property {@code io.jsc4j.library} says and nothing else, or, without it, a
 * provider, the bundled engine and the system's library, in this order.
 */
public final class LibraryDiscovery {
  private static final String BUNDLED = "bundled";
  private static final String SYSTEM = "system";

  private final LoadRequest request;
  private final HostLibc libc;
  private final LibraryOpener opener;
  private final SearchReport report = new SearchReport();

  private LibraryDiscovery(LoadRequest request, HostLibc libc) {
    this.request = request;
    this.libc = libc;
    this.opener = new LibraryOpener(request.requiredSymbols(), request.platform(), libc);
  }

  /**
   * Finds and opens the engine.
   *
   * @param request what to look for and where
   * @param libc answers questions about the C library after a failure
   * @return the engine, open for the rest of the process
   * @throws JscLibraryException if there is none that can be used; the message lists every place and what to do
   */
  public static LoadedLibrary discover(LoadRequest request, HostLibc libc) {
    return new LibraryDiscovery(request, libc).discover();
  }

  private LoadedLibrary discover() {
    String wanted = request.library();
    if (wanted != null && !wanted.isEmpty()) {
      return wanted(wanted);
    }
    LoadedLibrary found = provided();
    if (found == null) {
      found = bundled();
    }
    if (found == null) {
      found = system();
    }
    if (found == null) {
      throw report.exception("No usable JavaScriptCore library was found for " + request.platform().id() + ".",
          Advice.noEngine(request, libc));
    }
    if (report.hasFailures()) {
      LoggerFactory.getLogger(LibraryDiscovery.class)
          .warn("Using the {} at {}, because of what came before it: {}",
              found.description(), found.path(), report.failures());
    }
    return found;
  }

  private LoadedLibrary wanted(String wanted) {
    String setting = "-D" + LoadRequest.PROPERTY + "=" + wanted;
    LoadedLibrary found = null;
    if (wanted.equals(BUNDLED)) {
      found = bundled();
    } else if (wanted.equals(SYSTEM)) {
      found = system();
    } else if (wanted.indexOf('/') < 0 && wanted.indexOf(File.separatorChar) < 0) {
      throw new JscLibraryException(setting + " is neither \"" + BUNDLED + "\" nor \"" + SYSTEM
          + "\" nor a path. A path has a \"/\" in it: for a file in the working directory write ./" + wanted + ".");
    } else {
      found = named(wanted, setting);
      if (found == null) {
        throw report.exception("The JavaScriptCore library that " + setting + " names can't be used.", Advice
            .wrongPath());
      }
    }
    if (found == null) {
      throw report.exception("No usable JavaScriptCore library was found for " + request.platform().id() + ", where "
          + setting + " restricts the search.", Advice.noEngine(request, libc));
    }
    return found;
  }

  private @Nullable LoadedLibrary named(String wanted, String setting) {
    try {
      Path file = Path.of(wanted).toAbsolutePath();
      return new LoadedLibrary(opener.openFile(file), file, Origin.PROPERTY, "library named by -D"
          + LoadRequest.PROPERTY);
    } catch (CandidateException e) {
      report.failed(wanted, e);
    } catch (InvalidPathException e) {
      report.failed(setting, "not a path: " + e.getMessage(), e);
    }
    return null;
  }

  private @Nullable LoadedLibrary provided() {
    String place = "library provider (" + JscLibraryProvider.class.getName() + ")";
    boolean any = false;
    try {
      for (JscLibraryProvider provider : request.providers()) {
        any = true;
        LoadedLibrary found = provided(provider);
        if (found != null) {
          return found;
        }
      }
    } catch (ServiceConfigurationError e) {
      // Those behind it are not asked: ServiceLoader does not promise that it gets past what it could not load.
      report.failed(place, "it can't be loaded: " + e.getMessage(), e);
      return null;
    }
    if (!any) {
      report.absent(place, "none on the class path or module path");
    }
    return null;
  }

  /** Asks a provider, which is foreign code: nothing that it does may end the search. */
  private @Nullable LoadedLibrary provided(JscLibraryProvider provider) {
    String place = "library provider " + provider.getClass().getName();
    Path file;
    try {
      String name = provider.name();
      place += " (" + name + ")";
      file = provider.library().orElse(null);
    } catch (RuntimeException | LinkageError e) {
      report.failed(place, "it failed: " + e, e);
      return null;
    }
    if (file == null) {
      report.absent(place, "it has no library for this machine");
      return null;
    }
    try {
      file = file.toAbsolutePath();
      return new LoadedLibrary(opener.openFile(file), file, Origin.PROVIDER, place);
    } catch (CandidateException e) {
      report.failed(place + " with " + file, e);
      return null;
    }
  }

  private @Nullable LoadedLibrary bundled() {
    String platform = request.platform().id();
    String place = "bundled engine (io.jsc4j:jsc-native:" + platform + ")";
    boolean any = false;
    StringBuilder others = new StringBuilder();
    try {
      for (EngineBundle bundle : request.bundles()) {
        if (!bundle.platform().equals(platform)) {
          others.append(others.isEmpty() ? "" : ", ").append(bundle.platform());
          continue;
        }
        any = true;
        LoadedLibrary found = bundled(bundle, place);
        if (found != null) {
          return found;
        }
      }
    } catch (ServiceConfigurationError e) {
      report.failed(place, "it can't be loaded: " + e.getMessage(), e);
      return null;
    }
    if (!any) {
      report.absent(place, others.isEmpty()
          ? "not on the class path or module path"
          : "the class path or module path has one for " + others + " only");
    }
    return null;
  }

  private @Nullable LoadedLibrary bundled(EngineBundle bundle, String place) {
    try {
      BundledEngine engine = BundledEngine.of(bundle, request.cache(), libc);
      if (engine != null) {
        return engine.open(opener);
      }
      report.absent(place, "the jsc-native jar on the class path or module path was built without the engine's files");
    } catch (CandidateException e) {
      report.failed(place, e);
    }
    return null;
  }

  private @Nullable LoadedLibrary system() {
    if (request.systemLibraries().isEmpty()) {
      report.absent("system library", "none is known for " + request.platform().id());
    }
    for (String name : request.systemLibraries()) {
      try {
        SymbolLookup symbols = opener.openInstalled(name);
        if (symbols != null) {
          return new LoadedLibrary(symbols, SystemLibraries.fileOf(name), Origin.SYSTEM, "system library " + name);
        }
        report.absent("system library " + name, "not installed, or not where the dynamic linker looks");
      } catch (CandidateException e) {
        report.failed("system library " + name, e);
      }
    }
    return null;
  }
}
