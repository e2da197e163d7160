package io.jsc4j.internal.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The last that a process has printed. */
final class OutputTail {
  private static final int KEPT = 8 << 10;
  /** How much is read at once: of a process that prints without end no more. */
  private static final int MOST = 256 << 10;

  private final InputStream stream;
  private final byte[] buffer = new byte[KEPT];
  private byte[] tail = new byte[0];

  OutputTail(InputStream stream) {
    this.stream = stream;
  }

  /** Reads what is there, without waiting. */
  synchronized void drain() {
    try {
      int read = 0;
      while (read < MOST && stream.available() > 0) {
        int count = stream.read(buffer, 0, Math.min(buffer.length, stream.available()));
        if (count <= 0) {
          return;
        }
        append(count);
        read += count;
      }
    } catch (IOException e) {
      // It has been closed: there is no more.
    }
  }

  private void append(int count) {
    byte[] all = new byte[Math.min(KEPT, tail.length + count)];
    int old = all.length - count;
    System.arraycopy(tail, tail.length - old, all, 0, old);
    System.arraycopy(buffer, 0, all, old, count);
    tail = all;
  }

  /** As text, without what a terminal would obey. */
  synchronized String text() {
    return new String(tail, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
  }
}
