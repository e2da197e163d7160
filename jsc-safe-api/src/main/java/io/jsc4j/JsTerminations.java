package io.jsc4j;

import io.jsc4j.internal.ffi.Limit;
import io.jsc4j.internal.ffi.Termination;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes the exceptions that say which limit ended a script. */
final class JsTerminations {
  private static final String OURS = "jsc4j:realm";

  private JsTerminations() {}

  /** The exception for a script that was ended, with the stack of both languages. */
  static JsTerminatedException exception(JsRuntime runtime, Termination termination) {
    JsTerminatedException exception = exception(termination, details(termination.where(), runtime.sources()));
    runtime.noteTermination();
    JsTraces.complete(exception, JsErrors.here(runtime.pointer().service()));
    return exception;
  }

  /** Where the depth is limited, a recursion that the engine ended first is one that exceeds the limit. */
  static void throwIfStackUsedUp(JsRuntime runtime, Throwable failure) {
    if (runtime.limits().stackDepth().isPresent() && failure instanceof JsThrownException thrown && thrown.name()
        .equals("RangeError") && thrown.jsMessage().startsWith("Maximum call stack size exceeded")) {
      JsTerminatedException exception = exception(new Termination(Limit.STACK_DEPTH, 0, runtime.limits()
          .stackDepth()
          .getAsInt(), ""), new JsErrorDetails("", "", thrown.jsStack(), thrown.sourceUrl().orElse(null), thrown.line()
              .orElse(0), thrown.column().orElse(0), null, List.of()).withSource(runtime.sources()));
      exception.setStackTrace(thrown.getStackTrace());
      throw exception;
    }
  }

  /** The limit that an exception is about. */
  static Limit limit(JsTerminatedException exception) {
    return switch (exception) {
      case JsTimeLimitException _ -> Limit.TIME;
      case JsCpuLimitException _ -> Limit.CPU_TIME;
      case JsHeapLimitException _ -> Limit.HEAP;
      case JsStackLimitException _ -> Limit.STACK_DEPTH;
      case JsOutputLimitException _ -> Limit.OUTPUT;
      case JsHostCallLimitException _ -> Limit.HOST_CALLS;
      case JsMicrotaskLimitException _ -> Limit.MICROTASKS;
      case JsCancelledException _ -> Limit.CANCELLED;
    };
  }

  /** The exception for a script that was ended there, in this process or in another. */
  static JsTerminatedException exception(Termination termination, JsErrorDetails where) {
    long used = termination.used();
    long limit = termination.allowed();
    return switch (termination.limit()) {
      case TIME -> new JsTimeLimitException("the script was ended after " + millis(used) + " ms: its time limit is "
          + millis(limit) + " ms" + at(where), termination, where);
      case CPU_TIME -> new JsCpuLimitException("the script was ended after " + millis(used)
          + " ms of CPU time: its CPU time limit is " + millis(limit) + " ms" + at(where), termination, where);
      case HEAP -> new JsHeapLimitException("the script was ended with a heap of " + used
          + " bytes: its heap limit is " + limit + " bytes" + at(where), termination, where);
      case STACK_DEPTH -> new JsStackLimitException("the script was ended with more than " + limit
          + " functions running inside each other: that is its stack depth limit" + at(where), termination, where);
      case OUTPUT -> new JsOutputLimitException("the script was ended when it handed " + used
          + " bytes to Java: its output limit is " + limit + " bytes" + at(where), termination, where);
      case HOST_CALLS -> new JsHostCallLimitException("the script was ended at call " + used
          + " of a host function: its host call limit is " + limit + at(where), termination, where);
      case MICROTASKS -> new JsMicrotaskLimitException("the script was ended after " + used
          + " microtasks that followed from each other: its microtask limit is " + limit + at(where), termination,
          where);
      case CANCELLED -> new JsCancelledException("the script was cancelled" + at(where), termination, where);
    };
  }

  private static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }

  private static String at(JsErrorDetails where) {
    if (where.line() <= 0) {
      return "";
    }
    return " (at " + (where.sourceUrl() == null ? "line " : where.sourceUrl() + ":") + where.line() + ")";
  }

  /** From a backtrace of the engine, {@code #0 name() at url:line} in each line, to a stack as errors have it. */
  private static JsErrorDetails details(String backtrace, JsSources sources) {
    List<String> stack = new ArrayList<>();
    String url = null;
    int line = 0;
    for (String frame : backtrace.split("\n", -1)) {
      if (frame.isEmpty()) {
        continue;
      }
      int place = frame.lastIndexOf(" at ");
      String name = name(place < 0 ? frame : frame.substring(0, place));
      String position = place < 0 ? "[native code]" : frame.substring(place + " at ".length());
      int colon = position.lastIndexOf(':');
      int number = colon < 0 ? -1 : number(position.substring(colon + 1));
      if (number < 0) {
        stack.add(name + "@" + position);
        continue;
      }
      stack.add(name + "@" + position + ":0");
      if (line == 0 && !position.startsWith(OURS)) {
        line = number;
        url = colon == 0 ? null : position.substring(0, colon);
      }
    }
    return new JsErrorDetails("", "", String.join("\n", stack), url, line, 0, null, List.of()).withSource(sources);
  }

  private static String name(String call) {
    int begin = call.indexOf(' ') + 1;
    int end = call.endsWith("()") ? call.length() - 2 : call.length();
    return begin < end ? call.substring(begin, end) : "";
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
