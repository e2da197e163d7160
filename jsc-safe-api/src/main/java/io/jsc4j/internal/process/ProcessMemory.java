package io.jsc4j.internal.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the system tells of a process's memory, where it has a {@code /proc}. */
final class ProcessMemory {
  private final Path status;
  private final Path oomScore;

  ProcessMemory(long pid) {
    Path folder = Path.of("/proc", Long.toString(pid));
    this.status = folder.resolve("status");
    this.oomScore = folder.resolve("oom_score_adj");
  }

  /** Whether it can be asked. */
  static boolean isKnown() {
    return Files.isReadable(Path.of("/proc/self/status"));
  }

  /** When memory runs out, let the kernel end this one before any other. Anyone may say that of what is theirs. */
  void dieFirst() {
    try {
      Files.writeString(oomScore, "1000");
    } catch (IOException e) {
      // There is none here, or it has ended already.
    }
  }

  /** What it has in memory and in swap, in bytes; 0 if it has ended. */
  long resident() {
    try {
      long sum = 0;
      for (String line : Files.readString(status, StandardCharsets.ISO_8859_1).split("\n", -1)) {
        if (line.startsWith("VmRSS:") || line.startsWith("VmSwap:")) {
          sum += Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
      }
      return sum;
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
