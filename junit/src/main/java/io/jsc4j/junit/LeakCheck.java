package io.jsc4j.junit;

import io.jsc4j.JsEngine;
import io.jsc4j.JsLiveResources;
import io.jsc4j.JsOpenResource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What was open at one moment, to be compared with what is later. */
final class LeakCheck implements AutoCloseable {
  /** What a test was blamed for; its class is not too. */
  private static final Set<Long> TOLD = ConcurrentHashMap.newKeySet();

  private final Set<Long> before = new HashSet<>();
  private boolean finished;

  LeakCheck() {
    JsEngine.openResources().forEach(resource -> before.add(resource.number()));
  }

  /**
   * Fails if something is open that was not before, or if checked mode has found something.
   *
   * @param what what is checked, for the message
   */
  void requireNothingLeft(String what) {
    finished = true;
    List<Throwable> found = JsEngine.takeFailedChecks();
    if (!found.isEmpty()) {
      throw withAll(new AssertionError("checked mode found " + found.size() + " mistakes in " + what + ", the first: "
          + found.getFirst().getMessage()), found);
    }
    List<JsOpenResource> left = takeLeft();
    if (!left.isEmpty()) {
      throw describe(what, left);
    }
    JsLiveResources live = JsEngine.liveResources();
    if (live.runtimes() == 0 && live.handles() + live.hostObjects() + live.weakReferences() > 0) {
      throw new AssertionError(what + " closed every runtime, and yet something of them lives: " + live);
    }
  }

  private List<JsOpenResource> takeLeft() {
    return JsEngine.openResources()
        .stream()
        .filter(resource -> !before.contains(resource.number()) && TOLD.add(resource.number()))
        .toList();
  }

  /** JUnit makes an instance for a test that is disabled too, and nobody can close what that opened. */
  @Override
  public void close() {
    if (!finished) {
      takeLeft();
    }
  }

  private static AssertionError describe(String what, List<JsOpenResource> left) {
    StringBuilder message = new StringBuilder(what).append(
        " left something open (see the suppressed exceptions for where):");
    List<Throwable> sites = new ArrayList<>();
    for (JsOpenResource resource : left) {
      message.append("\n  a ").append(resource.kind());
      Throwable site = resource.openedAt();
      if (site != null) {
        sites.add(site);
        message.append(", opened at ").append(firstOutside(site));
      }
    }
    return withAll(new AssertionError(message.toString()), sites);
  }

  /** The user's own line. */
  private static String firstOutside(Throwable site) {
    for (StackTraceElement frame : site.getStackTrace()) {
      String name = frame.getClassName();
      boolean own = name.startsWith("io.jsc4j.internal.") || name.startsWith("io.jsc4j.Js");
      if (!own) {
        return frame.toString();
      }
    }
    return "an unknown place";
  }

  private static AssertionError withAll(AssertionError failure, List<Throwable> suppressed) {
    suppressed.forEach(failure::addSuppressed);
    return failure;
  }
}
