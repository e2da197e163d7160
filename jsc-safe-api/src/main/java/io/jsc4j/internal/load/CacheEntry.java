package io.jsc4j.internal.load;

import io.jsc4j.bindings.bundle.EngineBundle;
import io.jsc4j.internal.load.BundleManifest.LibraryFile;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One extracted bundle: a directory with its libraries and a stamp, written last, that says when they were extracted.
 *
 * <p>All libraries get one modification time, in whole seconds, so that an entry that was made while a container image was
 * built, or copied with its times, is still valid: image layers and archives drop the fractions.
 */
final class CacheEntry {
  static final String STAMP = ".extracted";
  private static final String STAMP_FORMAT = "jsc4j 1 ";

  private CacheEntry() {}

  /** Fills an empty directory. */
  static void write(Path directory, BundleManifest manifest, EngineBundle bundle) throws IOException,
      CandidateException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    new BundleExtractor(bundle, FileTime.from(now)).extract(manifest, directory);
    byte[] stamp = stamp(manifest, now.getEpochSecond()).getBytes(StandardCharsets.US_ASCII);
    try (FileOutputStream out = new FileOutputStream(directory.resolve(STAMP).toFile())) {
      out.write(stamp);
      out.getFD().sync();
    }
  }

  /**
   * What is wrong with an entry, by owner, permissions, sizes and times; the content was hashed when it was written.
   *
   * @param directory the entry, which exists
   * @return the damage, or null if the entry can be used
   * @throws CandidateException if somebody else may have put it there
   */
  static @Nullable String damage(Path directory, FileFacts facts, BundleManifest manifest, int user)
      throws IOException, CandidateException {
    TrustedDirectory.requireOwn(directory, facts, user);
    if (!facts.isDirectory()) {
      return "it is not a directory";
    }
    if (facts.isOpenToOthers()) {
      return "its permissions are " + facts.permissions() + " instead of 0700";
    }
    Path stampFile = directory.resolve(STAMP);
    FileFacts stampFacts = FileFacts.of(stampFile);
    if (stampFacts == null) {
      return "it was not written to the end";
    }
    TrustedDirectory.requireOwn(stampFile, stampFacts, user);
    long seconds = secondsOf(stampFile, stampFacts, manifest);
    if (seconds < 0) {
      return "its stamp is unreadable";
    }
    FileTime extracted = FileTime.from(Instant.ofEpochSecond(seconds));
    for (LibraryFile library : manifest.libraries()) {
      String damage = damage(library, directory.resolve(library.name()), extracted);
      if (damage != null) {
        return damage;
      }
    }
    return null;
  }

  /**
   * What is wrong with one library. Not its owner: only this user can have put it into a directory that is closed to others,
   * and asking for the owner of twenty files would be half of the time that finding an entry takes.
   */
  private static @Nullable String damage(LibraryFile library, Path file, FileTime extracted) throws IOException {
    BasicFileAttributes found;
    try {
      found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException _) {
      return library.name() + " is missing";
    }
    if (!found.isRegularFile()) {
      return library.name() + " is not a regular file";
    }
    if (found.size() != library.size()) {
      return library.name() + " has " + found.size() + " bytes instead of " + library.size();
    }
    return found.lastModifiedTime().equals(extracted) ? null : library.name() + " was changed";
  }

  private static String stamp(BundleManifest manifest, long seconds) {
    return STAMP_FORMAT + manifest.contentHash() + " " + seconds + "\n";
  }

  /** The time in a stamp, -1 if it is not a stamp of this bundle, or another JVM has taken it away since its facts were asked for. */
  static long secondsOf(Path file, FileFacts facts, BundleManifest manifest) throws IOException {
    int start = STAMP_FORMAT.length() + manifest.contentHash().length() + 1;
    // No stamp is much longer than that, and a file that is must not be read into memory.
    if (!facts.isRegularFile() || facts.size() <= start || facts.size() > start + 20) {
      return -1;
    }
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.US_ASCII);
      long seconds = Long.parseLong(text, start, text.length() - 1, 10);
      return text.equals(stamp(manifest, seconds)) ? seconds : -1;
    } catch (NoSuchFileException | NumberFormatException | IndexOutOfBoundsException _) {
      return -1;
    }
  }
}
