package io.jsc4j.internal.load;

import java.util.Optional;

/** Compares versions of the GNU C library, and words the two ways in which the host's can be unfit for a bundle. */
final class GlibcVersion {
  private GlibcVersion() {}

  /**
   * Refuses a host whose C library can't run a bundle. Without this the dynamic linker would only speak of symbol versions,
   * or, on musl, of functions that are missing.
   */
  static void require(String minimum, HostLibc libc) throws CandidateException {
    Optional<String> version = libc.glibcVersion();
    if (version.isEmpty()) {
      throw new CandidateException("it needs the GNU C library (glibc) " + minimum
          + " or later, and this system has another C library (Alpine Linux has musl)");
    }
    if (isOlder(version.get(), minimum)) {
      throw new CandidateException("it needs the GNU C library (glibc) " + minimum
          + " or later, and this system has glibc "
          + version.get());
    }
  }

  /** Whether a version comes before another; false if either can't be read, as the linker has the last word anyway. */
  static boolean isOlder(String version, String minimum) {
    int major = number(version, 0);
    int minimumMajor = number(minimum, 0);
    if (major < 0 || minimumMajor < 0 || major != minimumMajor) {
      return major >= 0 && major < minimumMajor;
    }
    int minor = number(version, version.indexOf('.') + 1);
    int minimumMinor = number(minimum, minimum.indexOf('.') + 1);
    return minor >= 0 && minor < minimumMinor;
  }

  /** The digits from a position on as a number, -1 if there are none. */
  private static int number(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end == from || end - from > 6 ? -1 : Integer.parseInt(text, from, end, 10);
  }
}
