package io.jsc4j.internal.ffi;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How much memory the process has, where the system has a {@code /proc}; some microseconds to ask. Usable on any thread. */
final class ResidentMemory {
  private static final int AT_PAGESZ = 6;
  private static final int MAX_LENGTH = 200;

  private static final long PAGE_SIZE = pageSize();
  /** Not a FileChannel, which an interrupt closes. */
  private static final @Nullable RandomAccessFile STATM = open();

  private ResidentMemory() {}

  private static @Nullable RandomAccessFile open() {
    try {
      return PAGE_SIZE == 0 ? null : new RandomAccessFile("/proc/self/statm", "r");
    } catch (IOException e) {
      return null;
    }
  }

  private static long pageSize() {
    try {
      ByteBuffer auxiliary = ByteBuffer.wrap(Files.readAllBytes(Path.of("/proc/self/auxv")))
          .order(ByteOrder.nativeOrder());
      while (auxiliary.remaining() >= 2 * Long.BYTES) {
        long type = auxiliary.getLong();
        long value = auxiliary.getLong();
        if (type == AT_PAGESZ) {
          return value;
        }
      }
    } catch (IOException e) {
      // There is no /proc.
    }
    return 0;
  }

  /** Loads what {@link #bytes()} needs: later there may be no stack for that. */
  static void load() {
    var _ = bytes();
  }

  /** Bytes; 0 where the system does not tell. */
  static synchronized long bytes() {
    if (STATM == null) {
      return 0;
    }
    try {
      byte[] text = new byte[MAX_LENGTH];
      STATM.seek(0);
      int length = STATM.read(text);
      String[] pages = new String(text, 0, Math.max(length, 0), StandardCharsets.US_ASCII).split(" ", 3);
      return pages.length < 2 ? 0 : Long.parseLong(pages[1]) * PAGE_SIZE;
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
