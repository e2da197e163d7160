package io.jsc4j.internal.events;

import org.jspecify.annotations.Nullable;

/** What the library tells Java's Flight Recorder. While nothing records each method costs the reading of a field. Usable on any thread. */
public final class Events {
  /** It is a module of its own, which a run-time image or a module graph may lack. */
  private static final boolean PRESENT = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

  private Events() {}

  /** Whether a recording may be running; the classes behind {@link Recorded} are loaded only then. */
  private static boolean isRecording() {
    return PRESENT && Recorded.isRecording();
  }

  /**
   * The evaluation of a script begins.
   *
   * @return null if it is not recorded
   */
  public static @Nullable Span eval(String context, @Nullable String url, int length) {
    return isRecording() ? Recorded.eval(context, url, length) : null;
  }

  /**
   * A call of a JavaScript function by Java begins.
   *
   * @return null if it is not recorded
   */
  public static @Nullable Span call(String context, int arguments) {
    return isRecording() ? Recorded.call(context, arguments) : null;
  }

  /**
   * A call of a host function by JavaScript begins.
   *
   * @return null if it is not recorded
   */
  public static @Nullable Span hostCall(String context, String function) {
    return isRecording() ? Recorded.hostCall(context, function) : null;
  }

  /**
   * A collection that Java asked for begins.
   *
   * @return null if it is not recorded
   */
  public static @Nullable Span garbageCollection(String runtime) {
    return isRecording() ? Recorded.garbageCollection(runtime) : null;
  }

  /** Something became unreachable without being closed. */
  public static void leak(String kind, @Nullable Throwable openedAt) {
    if (isRecording()) {
      Recorded.leak(kind, openedAt);
    }
  }

  /** What was begun is over. */
  public static void finish(@Nullable Span span) {
    if (span != null) {
      span.finish();
    }
  }
}
