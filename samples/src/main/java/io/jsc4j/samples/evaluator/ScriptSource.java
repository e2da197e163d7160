package io.jsc4j.samples.evaluator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A script before it is evaluated.
 *
 * @param name what error messages and stack traces call it
 * @param text the source
 */
record ScriptSource(String name, String text) {
  /** Larger files are a mistake or an attack; the largest scripts that people write have some 10 MB. */
  private static final int LARGEST = 128 << 20;

  /** Opens a file as a user names it. */
  static ScriptSource ofFile(String name) {
    return new ScriptSource(name, readText(pathOf(name), name));
  }

  static ScriptSource ofStandardInput(InputStream in) {
    try {
      return new ScriptSource("[stdin]", decode(read(in, "[stdin]"), "[stdin]"));
    } catch (IOException e) {
      throw CommandException.usage("can't read standard input: " + e.getMessage());
    }
  }

  static Path pathOf(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw CommandException.usage("'" + name + "' is no path: " + e.getReason());
    }
  }

  /**
   * The text of a file in UTF-8, without a byte order mark.
   *
   * @throws CommandException if there is no such file, or it can't be read, or it is too large or not text
   */
  static String readText(Path path, String name, LinkOption... options) {
    try {
      if (Files.isDirectory(path)) {
        throw CommandException.usage("can't read " + name + ": it is a directory");
      }
      // Asked first, so that nothing of an endless or huge file is read; what it grows by meanwhile is caught below.
      requireSize(Files.size(path), name);
      try (InputStream in = options.length == 0
          ? Files.newInputStream(path)
          : Files.newInputStream(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
        return decode(read(in, name), name);
      }
    } catch (NoSuchFileException e) {
      throw CommandException.usage("can't read " + name + ": there is no such file");
    } catch (AccessDeniedException e) {
      throw CommandException.usage("can't read " + name + ": permission denied");
    } catch (IOException e) {
      throw CommandException.usage("can't read " + name + ": " + e.getMessage());
    }
  }

  private static byte[] read(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    requireSize(bytes.length, name);
    return bytes;
  }

  private static void requireSize(long size, String name) {
    if (size > LARGEST) {
      throw CommandException.usage("can't read " + name + ": it has more than " + Quantities.describe(LARGEST)
          + ", the most that is read");
    }
  }

  private static String decode(byte[] bytes, String name) {
    boolean hasMark = bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2]
        == (byte) 0xbf;
    ByteBuffer in = hasMark ? ByteBuffer.wrap(bytes, 3, bytes.length - 3) : ByteBuffer.wrap(bytes);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer out = CharBuffer.allocate(in.remaining());
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      long line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw CommandException.usage("can't read " + name + ": it is not UTF-8 text (byte " + in.position() + ", line "
          + line + ")");
    }
    return out.flip().toString();
  }
}
