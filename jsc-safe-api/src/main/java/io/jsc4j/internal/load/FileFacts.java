package io.jsc4j.internal.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One {@code lstat}: what decides whether the cache may trust a file, read at one moment.
 *
 * @param owner the owner's number
 * @param mode type and permissions as the kernel gives them
 * @param size length in bytes
 * @param modified time of the last change of the content
 */
record FileFacts(int owner, int mode, long size, FileTime modified) {
  private static final int TYPE = 0170000;
  private static final int DIRECTORY = 0040000;
  private static final int REGULAR = 0100000;
  private static final int LINK = 0120000;

  /**
   * Looks at a file without following a symbolic link.
   *
   * @return the facts, or null if there is no such file
   */
  static @Nullable FileFacts of(Path file) throws IOException {
    Map<String, Object> facts;
    try {
      // The "unix" view and not "posix", because that one turns numbers into names, which a container's user may not have.
      facts = Files.readAttributes(file, "unix:uid,mode,size,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException _) {
      return null;
    }
    if (facts.get("uid") instanceof Integer owner && facts.get("mode") instanceof Integer mode
        && facts.get("size") instanceof Long size && facts.get("lastModifiedTime") instanceof FileTime modified) {
      return new FileFacts(owner, mode, size, modified);
    }
    throw new IOException(file + ": the file system does not tell owner and permissions");
  }

  boolean isDirectory() {
    return (mode & TYPE) == DIRECTORY;
  }

  boolean isRegularFile() {
    return (mode & TYPE) == REGULAR;
  }

  boolean isSymbolicLink() {
    return (mode & TYPE) == LINK;
  }

  boolean isWritableByOthers() {
    return (mode & 0022) != 0;
  }

  boolean isOpenToOthers() {
    return (mode & 0077) != 0;
  }

  /** The permissions as {@code chmod} takes them. */
  String permissions() {
    return String.format("%04o", mode & 07777);
  }
}
