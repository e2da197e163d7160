package io.jsc4j.internal.load;

import io.jsc4j.bindings.bundle.EngineBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The way out where there is no cache to write: a private directory that ends with this JVM. */
final class TemporaryExtraction {
  private TemporaryExtraction() {}

  /**
   * Extracts a bundle for this JVM alone.
   *
   * @param reason why the cache can't be used
   * @return the main library
   */
  static Path extract(BundleManifest manifest, EngineBundle bundle, IOException reason) throws CandidateException {
    Path directory;
    try {
      // Made for this user only, under a name that nobody could have prepared.
      directory = Files.createTempDirectory("jsc4j-");
    } catch (IOException e) {
      throw unusable(reason, e);
    }
    boolean done = false;
    try {
      CacheEntry.write(directory, manifest, bundle);
      done = true;
    } catch (IOException e) {
      throw unusable(reason, e);
    } finally {
      if (!done) {
        FileTree.delete(directory);
      }
    }
    // At the end and not at once, though the mapped files would live on: profilers and crash reports read symbols from them.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> FileTree.delete(directory), "jsc4j-temporary-engine"));
    LoggerFactory.getLogger(TemporaryExtraction.class)
        .warn(
            "The engine can't be kept for later starts ({}), so it was extracted to {} for this one; set -D{}=DIRECTORY",
            reason.toString(), directory, CacheLocation.PROPERTY);
    return directory.resolve(manifest.mainLibrary());
  }

  private static CandidateException unusable(IOException cache, IOException temporary) {
    return new CandidateException("there is no directory to extract it to: neither the cache (" + cache
        + ") nor a temporary one (" + temporary + ") can be written; set -D" + CacheLocation.PROPERTY + "=DIRECTORY",
        temporary);
  }
}
