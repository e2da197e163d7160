package io.jsc4j.internal.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The names under which operating systems have JavaScriptCore, newest API first. */
final class SystemLibraries {
  private SystemLibraries() {}

  /** What to hand to the dynamic linker: sonames, so that its own search path applies, or absolute paths. */
  static List<String> of(Platform platform) {
    return switch (platform.os()) {
      case LINUX -> List.of("libjavascriptcoregtk-6.0.so.1", "libjavascriptcoregtk-4.1.so.0",
          "libjavascriptcoregtk-4.0.so.18");
      // Not a file: the framework lives in the linker's shared cache, which knows it by this path.
      case MACOS -> List.of("/System/Library/Frameworks/JavaScriptCore.framework/JavaScriptCore");
      case WINDOWS, OTHER -> List.of();
    };
  }

  /**
   * The file behind a name that was opened, from the list of what is mapped into this process.
   *
   * @return the file, or the name itself where that list can't be read
   */
  static Path fileOf(String name) {
    try (BufferedReader maps = Files.newBufferedReader(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1)) {
      String line;
      while ((line = maps.readLine()) != null) {
        // The soname is usually a link to a file that has more of the version behind it.
        int file = line.lastIndexOf('/') + 1;
        int end = file + name.length();
        if (file > 0 && line.startsWith(name, file) && (end == line.length() || line.charAt(end) == '.')) {
          return Path.of(line.substring(line.indexOf('/')));
        }
      }
    } catch (IOException | IllegalArgumentException _) {
      // macOS has no such list, and the path is for people only.
    }
    return Path.of(name);
  }
}
