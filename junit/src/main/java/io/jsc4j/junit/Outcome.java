package io.jsc4j.junit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the other JVM tells of a test or container.
 *
 * @param id its unique id
 * @param displayName what people call it
 * @param isTest whether it is a test
 * @param state what became of it
 * @param failure what it threw
 */
record Outcome(String id, String displayName, boolean isTest, State state, @Nullable JsCheckedFailure failure) {
  /** Deep enough for any cause that helps, and an end for those that go in circles. */
  private static final int MAX_DEPTH = 8;

  enum State {
    STARTED,
    SUCCESSFUL,
    ABORTED,
    FAILED,
    SKIPPED,
    /** Not of a test: all have been run. */
    END
  }

  /** Writes it, with what was thrown as text: it may be of a class that can't be serialized. */
  static void write(DataOutput out, String id, String displayName, boolean isTest, State state,
      @Nullable Throwable thrown)
      throws IOException {
    writeText(out, id);
    writeText(out, displayName);
    out.writeBoolean(isTest);
    writeText(out, state.name());
    writeThrown(out, thrown, 0);
  }

  static Outcome read(DataInput in) throws IOException {
    return new Outcome(readText(in), readText(in), in.readBoolean(), State.valueOf(readText(in)), readThrown(in));
  }

  private static void writeThrown(DataOutput out, @Nullable Throwable thrown, int depth) throws IOException {
    out.writeBoolean(thrown != null && depth <= MAX_DEPTH);
    if (thrown == null || depth > MAX_DEPTH) {
      return;
    }
    writeText(out, String.valueOf(thrown));
    StackTraceElement[] frames = thrown.getStackTrace();
    out.writeInt(frames.length);
    for (StackTraceElement frame : frames) {
      writeText(out, frame.getClassName());
      writeText(out, frame.getMethodName());
      writeText(out, frame.getFileName() == null ? "" : frame.getFileName());
      out.writeInt(frame.getLineNumber());
    }
    writeThrown(out, thrown.getCause(), depth + 1);
    Throwable[] suppressed = thrown.getSuppressed();
    out.writeInt(suppressed.length);
    for (Throwable other : suppressed) {
      writeThrown(out, other, depth + 1);
    }
  }

  private static @Nullable JsCheckedFailure readThrown(DataInput in) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    JsCheckedFailure failure = new JsCheckedFailure(readText(in));
    StackTraceElement[] frames = new StackTraceElement[in.readInt()];
    for (int i = 0; i < frames.length; i++) {
      String className = readText(in);
      String method = readText(in);
      String file = readText(in);
      frames[i] = new StackTraceElement(className, method, file.isEmpty() ? null : file, in.readInt());
    }
    failure.setStackTrace(frames);
    JsCheckedFailure cause = readThrown(in);
    if (cause != null) {
      failure.initCause(cause);
    }
    for (int i = in.readInt(); i > 0; i--) {
      JsCheckedFailure suppressed = readThrown(in);
      if (suppressed != null) {
        failure.addSuppressed(suppressed);
      }
    }
    return failure;
  }

  // Not writeUTF, which ends at 64 KiB.
  private static void writeText(DataOutput out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
