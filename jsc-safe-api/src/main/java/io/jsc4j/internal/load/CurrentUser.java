package io.jsc4j.internal.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The number of the user that files of this process belong to. */
final class CurrentUser {
  private CurrentUser() {}

  /**
   * Reads the user's number.
   *
   * <p>From the kernel's own account, as Java has no call for it and the name in {@code user.name} may be missing or shared.
   * Not from the owner of {@code /proc/self}, who is root for some processes of other users.
   */
  static int id() throws IOException {
    String status = Files.readString(Path.of("/proc/self/status"));
    int start = status.indexOf("\nUid:");
    int end = start < 0 ? -1 : status.indexOf('\n', start + 1);
    if (end > 0) {
      // "Uid:", then real, effective, saved and file system id, with tabs between: the last decides about files.
      try {
        return Integer.parseUnsignedInt(status, status.lastIndexOf('\t', end) + 1, end, 10);
      } catch (NumberFormatException _) {
        // Reported below.
      }
    }
    throw new IOException("/proc/self/status does not tell the user of this process");
  }
}
