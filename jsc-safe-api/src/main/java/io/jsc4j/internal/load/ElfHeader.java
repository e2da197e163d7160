package io.jsc4j.internal.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first bytes of a library before the dynamic linker sees it, because the linker's words for a wrong file
 * ("invalid ELF header", "cannot open shared object file") don't say what the file is.
 */
final class ElfHeader {
  /** Up to and including e_machine. */
  private static final int LENGTH = 20;

  private static final int CLASS_64 = 2;
  private static final int BIG_ENDIAN = 2;
  private static final int TYPE_SHARED = 3;

  private ElfHeader() {}

  /**
   * Why this file can't be a library of the platform.
   *
   * @return the reason, or null if nothing speaks against it
   */
  static @Nullable String problem(Path file, Platform platform) throws IOException {
    byte[] header;
    try (InputStream in = Files.newInputStream(file)) {
      header = in.readNBytes(LENGTH);
    }
    if (header.length < LENGTH || header[0] != 0x7f || header[1] != 'E' || header[2] != 'L' || header[3] != 'F') {
      return "not a shared library (no ELF header)";
    }
    int machine = half(header, 18);
    int expected = machineOf(platform.architecture());
    if (expected >= 0 && machine != expected) {
      return "a library for " + nameOf(machine) + ", and this JVM is for " + platform.architecture();
    }
    if (expected >= 0 && header[4] != CLASS_64) {
      return "a 32-bit library, and this JVM is 64-bit";
    }
    if (half(header, 16) != TYPE_SHARED) {
      return "an ELF file, but not a shared library";
    }
    return null;
  }

  private static int half(byte[] header, int at) {
    int first = header[at] & 0xff;
    int second = header[at + 1] & 0xff;
    return header[5] == BIG_ENDIAN ? first << 8 | second : second << 8 | first;
  }

  /** The e_machine of the 64-bit architectures, -1 for any other, which is then left to the linker. */
  private static int machineOf(String architecture) {
    return switch (architecture) {
      case "x86_64" -> 62;
      case "aarch64" -> 183;
      case "riscv64" -> 243;
      case "ppc64", "ppc64le" -> 21;
      case "s390x" -> 22;
      case "loongarch64" -> 258;
      default -> -1;
    };
  }

  private static String nameOf(int machine) {
    return switch (machine) {
      case 3 -> "x86 (32-bit)";
      case 21 -> "ppc64";
      case 22 -> "s390x";
      case 40 -> "arm (32-bit)";
      case 62 -> "x86_64";
      case 183 -> "aarch64";
      case 243 -> "riscv64";
      case 258 -> "loongarch64";
      default -> "another processor (ELF machine " + machine + ")";
    };
  }
}
