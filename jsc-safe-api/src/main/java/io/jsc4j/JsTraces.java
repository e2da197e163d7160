package io.jsc4j;

import io.jsc4j.internal.ffi.Upcalls;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One trace of both languages.
 *
 * <p>The engine's stack goes on below a host function, so it has the JavaScript of all levels, with one line for each host function; Java's stack has
 * all Java, with an upcall where JavaScript called it. Cut at these places, both are put together like the teeth of a zip. The
 * frames of jsc4j itself at a cut are left out, except the method that was called to run JavaScript.
 */
final class JsTraces {
  private static final String CLASS_NAME = "JavaScript";
  private static final String REALM_URL = "jsc4j:realm";
  /** How the engine writes the object behind a host function; it writes some others so too, a proxy that is called for one. */
  private static final String HOST_FUNCTION = "@[native code]";
  /** What the JVM cuts traces to, unless it is told otherwise. */
  private static final int JAVA_DEPTH = 1024;
  /** How many related exceptions are looked at. */
  private static final int MOST = 32;

  private JsTraces() {}

  /** All frames of a stack in the engine's notation, without those of jsc4j's own helpers. */
  private static List<StackTraceElement> frames(List<String> lines) {
    List<StackTraceElement> frames = new ArrayList<>(lines.size());
    for (String line : lines) {
      if (!line.contains(REALM_URL)) {
        frames.add(frame(line));
      }
    }
    return frames;
  }

  /** One line: {@code function@url:line:column}, where everything but the {@code @} may be missing. */
  private static StackTraceElement frame(String line) {
    int at = line.indexOf('@');
    String function = at < 0 ? "" : line.substring(0, at);
    String place = line.substring(at + 1);
    if (function.isEmpty()) {
      function = "(anonymous)";
    }
    if (place.equals("[native code]")) {
      return new StackTraceElement(CLASS_NAME, function, null, -2);
    }
    int columnColon = place.lastIndexOf(':');
    int lineColon = columnColon <= 0 ? -1 : place.lastIndexOf(':', columnColon - 1);
    if (lineColon >= 0) {
      try {
        return new StackTraceElement(CLASS_NAME, function, place.substring(0, lineColon),
            Integer.parseInt(place, lineColon + 1, columnColon, 10));
      } catch (NumberFormatException e) {
        // A script can write into `stack` what it likes.
        return new StackTraceElement(CLASS_NAME, function, place, -1);
      }
    }
    return new StackTraceElement(CLASS_NAME, function, place.isEmpty() ? null : place, -1);
  }

  /**
   * Cuts a stack of the engine where Java runs between, innermost part first.
   *
   * @param expected how many parts there should be; if there are more, some lines only look like host functions
   */
  static List<List<StackTraceElement>> parts(String stack, int expected) {
    List<List<String>> parts = new ArrayList<>();
    List<String> part = new ArrayList<>();
    if (!stack.isEmpty()) {
      for (String line : stack.split("\n", -1)) {
        if (line.equals(HOST_FUNCTION)) {
          parts.add(part);
          part = new ArrayList<>();
        } else {
          part.add(line);
        }
      }
    }
    parts.add(part);
    for (int i = 1; parts.size() > expected && i < parts.size() - 1;) {
      // A proxy of a host function is directly below it; a host function rarely is, when Java calls one.
      if (parts.get(i).isEmpty()) {
        parts.remove(i);
      } else {
        i++;
      }
    }
    while (parts.size() > Math.max(expected, 1)) {
      List<String> last = parts.removeLast();
      parts.getLast().add(HOST_FUNCTION);
      parts.getLast().addAll(last);
    }
    return new ArrayList<>(parts.stream().map(JsTraces::frames).toList());
  }

  /** How often JavaScript called Java in a trace. */
  private static int upcalls(StackTraceElement[] java, int from) {
    int count = 0;
    for (int i = from; i < java.length; i++) {
      if (Upcalls.isUpcall(java[i])) {
        count++;
      }
    }
    return count;
  }

  private static int firstUpcall(StackTraceElement[] java, int from) {
    int i = from;
    while (i < java.length && !Upcalls.isUpcall(java[i])) {
      i++;
    }
    return i;
  }

  /**
   * Completes the trace of an exception that has just been made for what JavaScript did.
   *
   * @param here the engine's stack where it was made, null if no JavaScript is around it
   */
  static void complete(JsException exception, @Nullable String here) {
    StackTraceElement[] java = exception.getStackTrace();
    if (java.length == 0) {
      return;
    }
    int upcalls = here == null ? 0 : upcalls(java, 0);
    List<List<StackTraceElement>> around = here == null ? new ArrayList<>() : parts(here, upcalls + 1);
    if (!around.isEmpty()) {
      // The helper that was asked.
      around.removeFirst();
    }
    List<List<StackTraceElement>> thrown = parts(exception.jsStack(), here == null ? 1 : around.size() + 1);
    List<StackTraceElement> all = new ArrayList<>(thrown.removeFirst());
    if (!goesOnAs(thrown, around)) {
      // The error was made somewhere else than where it was thrown.
      thrown.forEach(all::addAll);
    }
    interleave(java, ours(java, 0), around, all);
    exception.setStackTrace(all.toArray(StackTraceElement[]::new));
  }

  /** Whether the outer parts of an error's stack are those around it now; the engine may have cut the stack. */
  private static boolean goesOnAs(List<List<StackTraceElement>> thrown, List<List<StackTraceElement>> around) {
    if (thrown.size() > around.size()) {
      return false;
    }
    for (int i = 0; i < thrown.size(); i++) {
      List<StackTraceElement> part = around.get(i);
      int length = thrown.get(i).size();
      boolean cut = i == thrown.size() - 1 && length < part.size();
      if (!thrown.get(i).equals(cut ? part.subList(0, length) : part)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Completes the trace of an exception that a host function threw, and those of its causes and of what it suppressed.
   *
   * @param crossing an exception that was made where it crossed into JavaScript
   * @param stack the engine's stack there
   */
  static void complete(Throwable failure, Throwable crossing, String stack) {
    StackTraceElement[] crossed = crossing.getStackTrace();
    int upcall = firstUpcall(crossed, 0);
    List<Throwable> all = new ArrayList<>(List.of(failure));
    for (int i = 0; i < all.size(); i++) {
      Throwable one = all.get(i);
      complete(one, crossed, upcall, stack);
      addTo(all, one.getCause());
      for (Throwable suppressed : one.getSuppressed()) {
        addTo(all, suppressed);
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // An exception may say that it equals another.
  private static void addTo(List<Throwable> all, @Nullable Throwable related) {
    if (related != null && all.size() < MOST && all.stream().noneMatch(one -> one == related)) {
      all.add(related);
    }
  }

  private static void complete(Throwable failure, StackTraceElement[] crossed, int crossedUpcall, String stack) {
    StackTraceElement[] java = failure.getStackTrace();
    int upcall = firstUpcall(java, 0);
    if (!isSameBelow(java, upcall, crossed, crossedUpcall)) {
      // It was made elsewhere, on another thread perhaps: its trace says nothing of this call. Or it is complete already.
      return;
    }
    List<List<StackTraceElement>> around = parts(stack, upcalls(java, upcall) + 1);
    around.removeFirst();
    List<StackTraceElement> all = new ArrayList<>();
    interleave(java, 0, around, all);
    failure.setStackTrace(all.toArray(StackTraceElement[]::new));
  }

  private static boolean isSameBelow(StackTraceElement[] one, int i, StackTraceElement[] other, int j) {
    int length = Math.min(one.length - i, other.length - j);
    boolean cut = one.length >= JAVA_DEPTH || other.length >= JAVA_DEPTH;
    if (length <= 0 || (!cut && one.length - i != other.length - j)) {
      return false;
    }
    // The first of them, the upcall itself, may be at another line.
    for (int k = 1; k < length; k++) {
      if (!one[i + k].equals(other[j + k])) {
        return false;
      }
    }
    return true;
  }

  /** Adds the Java frames, with the parts of JavaScript where it called Java; where there is no part for a call, all stays as it is. */
  private static void interleave(StackTraceElement[] java, int from, List<List<StackTraceElement>> parts,
      List<StackTraceElement> all) {
    int next = from;
    for (List<StackTraceElement> part : parts) {
      int upcall = firstUpcall(java, next);
      if (upcall == java.length) {
        break;
      }
      int end = upcall;
      while (end > Math.max(next, 1) && isOurs(java[end - 1])) {
        end--;
      }
      all.addAll(List.of(java).subList(next, end));
      all.addAll(part);
      next = ours(java, upcall + 1);
    }
    all.addAll(List.of(java).subList(next, java.length));
  }

  /** Where the frames of jsc4j end that begin here, except the method that was called to run JavaScript. */
  private static int ours(StackTraceElement[] java, int from) {
    int end = from;
    while (end < java.length && isOurs(java[end]) && !Upcalls.isUpcall(java[end])) {
      end++;
    }
    boolean called = end > from && isPublic(java[end - 1]) && (end == java.length || !Upcalls.isUpcall(java[end]));
    return called ? end - 1 : end;
  }

  private static boolean isOurs(StackTraceElement frame) {
    String name = frame.getClassName();
    return isPublic(frame) || name.startsWith("io.jsc4j.internal.") || name.startsWith("io.jsc4j.bindings.")
        || name.startsWith("jdk.internal.foreign.") || name.startsWith("java.lang.invoke.");
  }

  private static boolean isPublic(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.startsWith("io.jsc4j.") && name.indexOf('.', "io.jsc4j.".length()) < 0;
  }
}
