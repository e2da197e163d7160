package io.jsc4j.internal.load;

import io.jsc4j.bindings.bundle.EngineBundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle says about itself. Everything that becomes part of a path is checked here, once, so that the code behind
 * it can use the names as they are.
 *
 * @param engine package and version of the engine, for people
 * @param glibcMinimum the oldest GNU C library that can load it
 * @param contentHash SHA-256 over the list of files, in hexadecimal; the name of the bundle in the cache
 * @param mainLibrary the file to open; the linker finds the others beside it
 * @param libraries all files
 */
record BundleManifest(String engine, String glibcMinimum, String contentHash, String mainLibrary,
    List<LibraryFile> libraries) {

  /** More than any closure of JavaScriptCore has; a larger number is a damaged manifest. */
  private static final int MOST_LIBRARIES = 1000;

  /**
   * One library of the bundle.
   *
   * @param name its file name
   * @param sha256 its hash in hexadecimal
   * @param size its length in bytes
   */
  record LibraryFile(String name, String sha256, long size) {}

  /**
   * Reads a bundle's manifest.
   *
   * @return the manifest, or null if the bundle's jar was built without an engine
   */
  static @Nullable BundleManifest read(EngineBundle bundle) throws CandidateException {
    Properties properties = new Properties();
    try (InputStream in = bundle.open(EngineBundle.MANIFEST)) {
      properties.load(in);
    } catch (NoSuchFileException _) {
      return null;
    } catch (IOException | IllegalArgumentException e) {
      throw new CandidateException("its manifest can't be read (" + e + ")", e);
    }
    return of(properties);
  }

  static BundleManifest of(Properties properties) throws CandidateException {
    String format = value(properties, "format");
    if (!format.equals("1")) {
      throw new CandidateException("its manifest has format " + format + ", and this jsc4j reads format 1;"
          + " use versions of jsc-safe-api and jsc-native that were released together");
    }
    int count = (int) number(properties, "library.count", MOST_LIBRARIES);
    List<LibraryFile> libraries = new ArrayList<>(count);
    Set<String> names = new HashSet<>();
    for (int i = 1; i <= count; i++) {
      String name = fileName(properties, "library." + i + ".name");
      if (!names.add(name)) {
        throw invalid("library." + i + ".name", name);
      }
      libraries.add(new LibraryFile(name, hash(properties, "library." + i + ".sha256"),
          number(properties, "library." + i + ".size", Long.MAX_VALUE)));
    }
    String main = fileName(properties, "library.main");
    if (!names.contains(main)) {
      throw invalid("library.main", main);
    }
    return new BundleManifest(value(properties, "engine.package") + " " + value(properties, "engine.version"),
        value(properties, "glibc.minimum"), hash(properties, "content.sha256"), main,
        Collections.unmodifiableList(libraries));
  }

  private static String value(Properties properties, String key) throws CandidateException {
    String value = properties.getProperty(key);
    if (value == null || value.isBlank()) {
      throw new CandidateException("its manifest has no " + key);
    }
    return value;
  }

  private static long number(Properties properties, String key, long most) throws CandidateException {
    String value = value(properties, key);
    try {
      long number = Long.parseLong(value);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Reported below, like a number out of range.
    }
    throw invalid(key, value);
  }

  private static String hash(Properties properties, String key) throws CandidateException {
    String value = value(properties, key);
    boolean valid = value.length() == 64;
    for (int i = 0; valid && i < value.length(); i++) {
      char c = value.charAt(i);
      valid = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
    if (!valid) {
      throw invalid(key, value);
    }
    return value;
  }

  private static String fileName(Properties properties, String key) throws CandidateException {
    String value = value(properties, key);
    // A leading dot also keeps the names apart from the cache's own files.
    if (value.startsWith(".") || value.indexOf('/') >= 0 || value.indexOf('\\') >= 0 || value.indexOf('\0') >= 0) {
      throw invalid(key, value);
    }
    return value;
  }

  private static CandidateException invalid(String key, String value) {
    return new CandidateException("its manifest is damaged: " + key + "=" + value);
  }
}
