package io.jsc4j.bindings.bundle;

import java.io.IOException;
import java.io.InputStream;

/**
 * A JavaScriptCore that travels in a jar: the libraries of one platform and the manifest that describes them.
 *
 * <p>Found by {@link java.util.ServiceLoader}. A bundle only hands out its files; verifying, extracting and opening
 * them is the loader's work. It may be called from any thread.
 */
public interface EngineBundle {
  /** The name under which {@link #open} finds the bundle's manifest, a {@link java.util.Properties} file. */
  String MANIFEST = "bundle.properties";

  /**
   * The platform that the libraries are for.
   *
   * @return operating system and architecture, for example {@code linux-x86_64}
   */
  String platform();

  /**
   * Opens one file of the bundle. The caller closes the stream.
   *
   * @param name a plain file name: {@link #MANIFEST}, or one that the manifest lists
   * @return the file's content
   * @throws java.nio.file.NoSuchFileException if the bundle has no such file; where even the manifest is missing, the
   *     jar was built without an engine
   * @throws IOException if the file can't be read
   */
  InputStream open(String name) throws IOException;
}
