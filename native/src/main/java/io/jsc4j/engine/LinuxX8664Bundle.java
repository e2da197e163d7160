package io.jsc4j.engine;

import io.jsc4j.bindings.bundle.EngineBundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;

/**
 * The engine for Linux with the GNU C library on x86-64.
 *
 * <p>The class is also in the jar without a classifier, and in builds made where no bundle could be; every file is
 * missing then.
 */
public final class LinuxX8664Bundle implements EngineBundle {
  private static final String PLATFORM = "linux-x86_64";

  /** For {@link java.util.ServiceLoader}. */
  public LinuxX8664Bundle() {}

  @Override
  public String platform() {
    return PLATFORM;
  }

  @Override
  public InputStream open(String name) throws IOException {
    // Plain names only: where classes lie in a folder, any other could lead out of the bundle or open a folder's listing.
    boolean plain = !name.isEmpty() && !name.startsWith(".") && name.indexOf('/') < 0;
    InputStream file = plain ? LinuxX8664Bundle.class.getResourceAsStream(PLATFORM + "/" + name) : null;
    if (file == null) {
      throw new NoSuchFileException(PLATFORM + "/" + name, null, "not in this build of jsc-native");
    }
    return file;
  }
}
