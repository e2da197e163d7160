package io.jsc4j.internal.load;

import java.util.ArrayList;
import java.util.List;

/** What a person can do who has no engine, on the platform that they have. */
final class Advice {
  private static final String BUNDLED_PLATFORM = "linux-x86_64";
  private static final String NAME_A_LIBRARY =
      "name a JavaScriptCore library that you have: -D" + LoadRequest.PROPERTY + "=/path/to/library";

  private Advice() {}

  /** For the search through all places, and for the words {@code bundled} and {@code system}. */
  static List<String> noEngine(LoadRequest request, HostLibc libc) {
    Platform platform = request.platform();
    List<String> advice = new ArrayList<>();
    switch (platform.os()) {
      case LINUX -> {
        if (libc.glibcVersion().isEmpty()) {
          advice.add(
              "use a system with the GNU C library, for containers an image based on Debian or Ubuntu (not Alpine)");
        } else {
          linux(platform, advice);
        }
      }
      case MACOS -> advice.add("report this: every macOS has JavaScriptCore at " + request.systemLibraries());
      case WINDOWS -> advice.add("run it on Linux (x86_64 has a bundled engine), for example in WSL 2: "
          + "there is no JavaScriptCore for Windows that jsc4j can use");
      case OTHER -> advice.add("run it on Linux or macOS: there is no engine for " + platform.id());
    }
    advice.add(NAME_A_LIBRARY);
    if (request.library() != null && !request.library().isEmpty()) {
      advice.add(otherPlaces());
    }
    return advice;
  }

  private static void linux(Platform platform, List<String> advice) {
    if (platform.id().equals(BUNDLED_PLATFORM)) {
      advice.add("add the bundled engine: Maven artifact io.jsc4j:jsc-native, classifier " + BUNDLED_PLATFORM
          + ", scope runtime (glibc 2.35 or later: Debian 12, Ubuntu 22.04, Fedora 36)");
    }
    advice.add("install the system's library: on Debian and Ubuntu the package libjavascriptcoregtk-6.0-1 or "
        + "libjavascriptcoregtk-4.1-0, on Fedora javascriptcoregtk6.0 or javascriptcoregtk4.1");
  }

  /** For a path in the property. */
  static List<String> wrongPath() {
    return List.of("correct the path: it must name the file of a JavaScriptCore library", otherPlaces());
  }

  private static String otherPlaces() {
    return "start without -D" + LoadRequest.PROPERTY
        + ", so that providers, the bundled engine and the system's library are tried in this order";
  }
}
