package io.jsc4j.internal.load;

import java.util.Locale;

/**
 * Operating system and architecture, under the names that bundles use.
 *
 * @param os the operating system
 * @param architecture the processor, for example {@code x86_64}
 */
public record Platform(Os os, String architecture) {
  /** The operating systems that differ in where an engine comes from. */
  public enum Os {
    /** Linux with any C library. */
    LINUX("linux"),
    /** macOS, which has JavaScriptCore as a framework. */
    MACOS("macos"),
    /** Windows, for which there is no engine. */
    WINDOWS("windows"),
    /** Anything else. */
    OTHER("other");

    private final String id;

    Os(String id) {
      this.id = id;
    }
  }

  /**
   * The platform of this JVM.
   *
   * @return the platform that the JVM was built for, which is the one that its libraries must be for
   */
  public static Platform current() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static Platform of(String osName, String osArch) {
    String name = osName.toLowerCase(Locale.ROOT);
    Os os = Os.OTHER;
    if (name.equals("linux")) {
      os = Os.LINUX;
    } else if (name.startsWith("mac")) {
      os = Os.MACOS;
    } else if (name.startsWith("windows")) {
      os = Os.WINDOWS;
    }
    // HotSpot says amd64 on Linux and x86_64 on macOS for the same processor.
    return new Platform(os, osArch.equals("amd64") ? "x86_64" : osArch);
  }

  /**
   * The name of this platform in bundles and messages.
   *
   * @return for example {@code linux-x86_64}
   */
  public String id() {
    return os.id + "-" + architecture;
  }
}
