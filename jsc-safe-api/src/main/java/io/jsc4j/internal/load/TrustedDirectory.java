package io.jsc4j.internal.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The rules for what the cache trusts: code from it runs inside the JVM, so nobody else may have been able to put it
 * there.
 *
 * <p>A symbolic link or a foreign owner is refused with a {@link CandidateException}: somebody has prepared the place. A
 * directory of the user's own that is no good is an {@link IOException}, and a private one is used instead. Permissions of
 * what is there already are never changed: the property may name a directory that others need as it is.
 */
final class TrustedDirectory {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private TrustedDirectory() {}

  /**
   * Checks a directory that may be missing.
   *
   * @return whether it exists
   */
  static boolean check(Path directory, int user) throws IOException, CandidateException {
    FileFacts facts = FileFacts.of(directory);
    if (facts == null) {
      return false;
    }
    requireOwn(directory, facts, user);
    if (!facts.isDirectory()) {
      throw new IOException(directory + " is not a directory");
    }
    if (facts.isWritableByOthers()) {
      throw new IOException(directory + " can be written by others (permissions " + facts.permissions() + ")");
    }
    return true;
  }

  /** Makes a directory, and those above it that are missing, for this user only. */
  static void create(Path directory, int user) throws IOException, CandidateException {
    if (!check(directory, user)) {
      Files.createDirectories(directory, OWNER_ONLY);
      // Some file systems take permissions and don't keep them.
      check(directory, user);
    }
  }

  /** Refuses what somebody else may have put there. */
  static void requireOwn(Path file, FileFacts facts, int user) throws CandidateException {
    if (facts.isSymbolicLink()) {
      throw new CandidateException("in the cache, " + file
          + " is a symbolic link, which could lead to anybody's files; remove it, or set -D" + CacheLocation.PROPERTY
          + "=DIRECTORY");
    }
    if (facts.owner() != user) {
      throw new CandidateException("in the cache, " + file + " belongs to another user (" + Integer.toUnsignedString(
          facts.owner()) + ", and this process runs as " + Integer.toUnsignedString(user) + "); remove it, or set -D"
          + CacheLocation.PROPERTY + "=DIRECTORY");
    }
  }
}
