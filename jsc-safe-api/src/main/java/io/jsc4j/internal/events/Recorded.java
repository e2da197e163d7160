package io.jsc4j.internal.events;

import java.io.PrintWriter;
import java.io.StringWriter;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/** Makes the events; loaded only where there is a Flight Recorder. */
final class Recorded {
  private Recorded() {}

  static boolean isRecording() {
    return FlightRecorder.isInitialized();
  }

  static @Nullable Span eval(String context, @Nullable String url, int length) {
    EvalEvent event = new EvalEvent();
    if (!event.isEnabled()) {
      return null;
    }
    event.context = context;
    event.url = url;
    event.length = length;
    event.begin();
    return event;
  }

  static @Nullable Span call(String context, int arguments) {
    CallEvent event = new CallEvent();
    if (!event.isEnabled()) {
      return null;
    }
    event.context = context;
    event.arguments = arguments;
    event.begin();
    return event;
  }

  static @Nullable Span hostCall(String context, String function) {
    HostCallEvent event = new HostCallEvent();
    if (!event.isEnabled()) {
      return null;
    }
    event.context = context;
    event.function = function;
    event.begin();
    return event;
  }

  static @Nullable Span garbageCollection(String runtime) {
    GarbageCollectionEvent event = new GarbageCollectionEvent();
    if (!event.isEnabled()) {
      return null;
    }
    event.runtime = runtime;
    event.begin();
    return event;
  }

  static void leak(String kind, @Nullable Throwable openedAt) {
    LeakEvent event = new LeakEvent();
    if (event.isEnabled()) {
      event.kind = kind;
      if (openedAt != null) {
        StringWriter trace = new StringWriter();
        openedAt.printStackTrace(new PrintWriter(trace));
        event.openedAt = trace.toString();
      }
      event.commit();
    }
  }
}
