package io.jsc4j.internal.load;

import io.jsc4j.spi.JscLibraryException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens one candidate and checks that it is an engine that jsc4j can stand on. Every refusal says what is wrong with the
 * file, not only that it could not be opened.
 */
final class LibraryOpener {
  private final List<String> requiredSymbols;
  private final Platform platform;
  private final HostLibc libc;

  LibraryOpener(List<String> requiredSymbols, Platform platform, HostLibc libc) {
    this.requiredSymbols = requiredSymbols;
    this.platform = platform;
    this.libc = libc;
  }

  /** Opens a file that a person, a provider or the cache named. */
  SymbolLookup openFile(Path file) throws CandidateException {
    if (Files.notExists(file)) {
      throw new CandidateException("no such file");
    }
    if (Files.isDirectory(file)) {
      throw new CandidateException("a directory; the library's file is needed");
    }
    // A pipe or device would block or worse.
    if (!Files.isRegularFile(file)) {
      throw new CandidateException("not a regular file, or in a directory that can't be read");
    }
    if (platform.os() == Platform.Os.LINUX) {
      String problem;
      try {
        problem = ElfHeader.problem(file, platform);
      } catch (IOException e) {
        throw new CandidateException("it can't be read (" + e + ")", e);
      }
      if (problem != null) {
        throw new CandidateException(problem);
      }
    }
    String name = file.toAbsolutePath().toString();
    SymbolLookup symbols = tryOpen(name);
    if (symbols == null) {
      throw refused(name, libc.openError(name).orElse(null));
    }
    requireSymbols(symbols);
    return symbols;
  }

  /**
   * Opens what the dynamic linker finds under a soname in its own directories.
   *
   * @return its symbols, or null if the linker finds nothing
   */
  @Nullable SymbolLookup openInstalled(String name) throws CandidateException {
    SymbolLookup symbols = tryOpen(name);
    if (symbols == null) {
      String reason = libc.openError(name).orElse(null);
      // The only failure in which glibc speaks of the bare name: in all others it has found a file, and says which. The words
      // behind it are translated and so no help.
      if (reason != null && reason.startsWith(name + ":")) {
        return null;
      }
      throw refused(name, reason);
    }
    requireSymbols(symbols);
    return symbols;
  }

  private static CandidateException refused(String name, @Nullable String reason) {
    if (reason == null) {
      return new CandidateException("the dynamic linker can't open " + name);
    }
    // What Linux answers where programs may not be run from, which is common for /tmp and sometimes for home directories.
    String hint = reason.contains("failed to map segment")
        ? " (is it on a file system that is mounted noexec? -D" + CacheLocation.PROPERTY
            + "=DIRECTORY moves the bundled engine elsewhere)"
        : "";
    return new CandidateException("the dynamic linker can't open it: " + reason + hint);
  }

  private static @Nullable SymbolLookup tryOpen(String name) {
    try {
      return open(name);
    } catch (IllegalArgumentException _) {
      // All that it says is the name; the reason is asked of the C library.
      return null;
    } catch (IllegalCallerException e) {
      // No candidate can be opened then, so the search ends here.
      Module module = LibraryOpener.class.getModule();
      throw new JscLibraryException("The JVM does not let jsc4j open a native library (" + e.getMessage()
          + "). Start java with --enable-native-access=" + (module.isNamed() ? module.getName() : "ALL-UNNAMED")
          + ", or without --illegal-native-access=deny.", e);
    }
  }

  private void requireSymbols(SymbolLookup symbols) throws CandidateException {
    StringBuilder missing = new StringBuilder();
    for (String name : requiredSymbols) {
      if (symbols.find(name).isEmpty()) {
        missing.append(missing.isEmpty() ? "" : ", ").append(name);
      }
    }
    if (!missing.isEmpty()) {
      throw new CandidateException("it lacks functions that jsc4j can't do without: " + missing);
    }
  }

  /**
   * The only restricted call of this package.
   *
   * <p>By {@code SymbolLookup} and not {@code System.load}, which refuses a file that another class loader has loaded. For
   * ever, because an engine that has run can't be unloaded: its threads and thread-local clean-ups would jump into nothing.
   */
  private static SymbolLookup open(String name) {
    // Opening a library runs its constructors. It is the one that the person who started the JVM chose by property, provider
    // or class path, was checked against its hash when it was extracted, or belongs to the operating system.
    @SuppressWarnings("restricted")
    SymbolLookup lookup = SymbolLookup.libraryLookup(name, Arena.global());
    return lookup;
  }
}
