package io.jsc4j.internal.load;

import io.jsc4j.bindings.bundle.EngineBundle;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Keeps extracted bundles in one directory of a user, each in a directory named after its content's hash, so that versions
 * live side by side and an entry is never changed after it was published.
 *
 * <p>An entry is made in a directory beside it and published by a single rename. Of several JVMs that do so at once one
 * wins, and the others use its entry. Nothing is ever written into a published file, as a JVM that has mapped it would
 * crash; a damaged entry is moved away and its files live on for whoever uses them.
 */
final class ExtractionCache {
  /** Starts with a dot, as no hash does; what a JVM that was killed leaves behind is known by it. */
  private static final String WORK_PREFIX = ".work-";

  private static final String LOCK = ".lock";
  private static final Duration ABANDONED = Duration.ofHours(1);
  private static final int PUBLISH_ATTEMPTS = 5;

  private final Path root;
  private final int user;

  ExtractionCache(Path root) throws IOException {
    this.root = root;
    this.user = CurrentUser.id();
  }

  /**
   * Looks for an entry, as every start but the first does: a few looks at files, and no content read but the stamp's.
   *
   * @return the main library, or null if the bundle has to be extracted
   * @throws IOException if this directory can't be used
   * @throws CandidateException if somebody else may have put something there
   */
  @Nullable Path find(BundleManifest manifest) throws IOException, CandidateException {
    if (!TrustedDirectory.check(root, user)) {
      return null;
    }
    Path entry = root.resolve(manifest.contentHash());
    FileFacts facts = FileFacts.of(entry);
    return facts != null && CacheEntry.damage(entry, facts, manifest, user) == null
        ? entry.resolve(manifest.mainLibrary())
        : null;
  }

  /**
   * Extracts a bundle for this and later starts, or waits for another JVM that is just doing so.
   *
   * @return the main library
   * @throws IOException if this directory can't be used
   * @throws CandidateException if the bundle is damaged, or somebody else may have put something into the directory
   */
  Path extract(BundleManifest manifest, EngineBundle bundle) throws IOException, CandidateException {
    TrustedDirectory.create(root, user);
    try (InstallLock _ = InstallLock.acquire(root.resolve(LOCK))) {
      Path ready = find(manifest);
      if (ready != null) {
        return ready;
      }
      removeAbandoned();
      // Made for this user only, as createTempDirectory does.
      Path work = Files.createTempDirectory(root, WORK_PREFIX);
      try {
        CacheEntry.write(work, manifest, bundle);
        return publish(work, manifest);
      } finally {
        FileTree.delete(work);
      }
    }
  }

  private Path publish(Path work, BundleManifest manifest) throws IOException, CandidateException {
    Path entry = root.resolve(manifest.contentHash());
    FileSystemException lastFailure = null;
    for (int i = 0; i < PUBLISH_ATTEMPTS; i++) {
      try {
        Files.move(work, entry, StandardCopyOption.ATOMIC_MOVE);
        return entry.resolve(manifest.mainLibrary());
      } catch (FileSystemException e) {
        lastFailure = e;
      }
      // Something is there already: a faster JVM's entry, or a damaged one.
      FileFacts facts = FileFacts.of(entry);
      if (facts != null) {
        String damage = CacheEntry.damage(entry, facts, manifest, user);
        if (damage == null) {
          return entry.resolve(manifest.mainLibrary());
        }
        moveAway(entry, damage);
      }
    }
    throw lastFailure == null ? new IOException("can't publish " + entry) : lastFailure;
  }

  private void moveAway(Path entry, String damage) throws IOException {
    Path grave = Files.createTempDirectory(root, WORK_PREFIX);
    try {
      Files.move(entry, grave.resolve("damaged"), StandardCopyOption.ATOMIC_MOVE);
      LoggerFactory.getLogger(ExtractionCache.class).info("Replacing the extracted engine in {}: {}", entry, damage);
    } catch (FileSystemException _) {
      // Another JVM was faster, or the next attempt to publish says what is wrong.
    } finally {
      FileTree.delete(grave);
    }
  }

  /** Removes what JVMs left behind that were killed while they extracted. */
  private void removeAbandoned() throws IOException {
    Instant limit = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> children = Files.newDirectoryStream(root, WORK_PREFIX + "*")) {
      for (Path child : children) {
        FileFacts facts = FileFacts.of(child);
        if (facts != null && facts.modified().toInstant().isBefore(limit)) {
          FileTree.delete(child);
        }
      }
    }
  }
}
