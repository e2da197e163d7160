package io.jsc4j.samples.evaluator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Writes text as UTF-8, unbuffered, so that what a script printed is seen at once and in order with the other stream. */
final class TextOutput {
  /** U+FFFD: what a lone surrogate becomes, which UTF-8 can't express. */
  private static final byte[] REPLACEMENT = {(byte) 0xef, (byte) 0xbf, (byte) 0xbd};

  private final OutputStream stream;

  TextOutput(OutputStream stream) {
    this.stream = stream;
  }

  /**
   * Writes all of it.
   *
   * @throws QuitException if the reader has gone away: there is no one to print for, and nothing to complain of
   */
  void write(String text) {
    try {
      if (hasLoneSurrogate(text)) {
        ByteBuffer bytes = encode(text);
        stream.write(bytes.array(), bytes.arrayOffset(), bytes.remaining());
      } else {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
      }
      stream.flush();
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("Broken pipe")) {
        throw new QuitException(ExitCodes.OK);
      }
      throw new UncheckedIOException("can't write the output: " + e.getMessage(), e);
    }
  }

  private static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isSurrogate(unit)) {
        if (Character.isLowSurrogate(unit) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static ByteBuffer encode(String text) throws CharacterCodingException {
    CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .replaceWith(REPLACEMENT);
    return encoder.encode(CharBuffer.wrap(text));
  }
}
