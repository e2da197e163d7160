package io.jsc4j.internal.load;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a user's extracted engines are kept. Resolved only when a bundle is about to be used.
 *
 * @param property the system property {@code io.jsc4j.cache}
 * @param xdgCacheHome the environment variable {@code XDG_CACHE_HOME}
 * @param userHome the user's home directory
 */
public record CacheLocation(@Nullable String property, @Nullable String xdgCacheHome, @Nullable String userHome) {
  /** The system property that names the directory. */
  public static final String PROPERTY = "io.jsc4j.cache";

  /**
   * The location that this JVM was started with.
   *
   * @return the location
   */
  public static CacheLocation current() {
    return new CacheLocation(System.getProperty(PROPERTY), System.getenv("XDG_CACHE_HOME"),
        System.getProperty("user.home"));
  }

  /**
   * The directory, which need not exist yet.
   *
   * @throws IOException if nothing names one, as in a container whose user has no home directory
   */
  Path directory() throws IOException {
    try {
      if (property != null && !property.isEmpty()) {
        return Path.of(property).toAbsolutePath().normalize();
      }
      // The XDG specification says to ignore relative paths, and HotSpot says "?" for a home that it does not know.
      if (xdgCacheHome != null && xdgCacheHome.startsWith("/")) {
        return Path.of(xdgCacheHome, "jsc4j");
      }
      if (userHome != null && userHome.startsWith("/")) {
        return Path.of(userHome, ".cache", "jsc4j");
      }
    } catch (InvalidPathException e) {
      throw new IOException("its name is no path: " + e.getMessage(), e);
    }
    throw new IOException("this user has no home directory");
  }
}
