package io.jsc4j;

import io.jsc4j.internal.ffi.HostErrorView;
import io.jsc4j.internal.ffi.NativeValue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what scripts of a runtime see of what its host functions throw, by {@link JsErrorExposure}. */
final class HostErrorViews implements HostErrorView.Policy {
  /** How many exceptions are shown of one, its causes and what they suppressed counted together. */
  private static final int MOST = 32;

  /** Null if it is in another process. */
  private final @Nullable JsRuntime runtime;
  private final JsErrorExposure exposure;

  HostErrorViews(@Nullable JsRuntime runtime, JsErrorExposure exposure) {
    this.runtime = runtime;
    this.exposure = exposure;
  }

  @Override
  public HostErrorView view(Throwable failure) {
    if (runtime != null) {
      runtime.crossings().thrown(failure);
    }
    return view(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private HostErrorView view(Throwable failure, Set<Throwable> seen) {
    seen.add(failure);
    if (failure instanceof JsRemoteFailure remote) {
      return remote.view();
    }
    if (failure instanceof JsThrownException thrown && thrown.canBeRethrown(runtime)) {
      return view(failure, JsValues.toNative(thrown.thrown()), "", "", null, List.of());
    }
    // As the engine's own, whose scripts expect to catch them.
    if (failure instanceof StackOverflowError) {
      return error(failure, "RangeError", "Maximum call stack size exceeded.", seen);
    }
    if (failure instanceof OutOfMemoryError) {
      return error(failure, "RangeError", "Out of memory", seen);
    }
    if (isIntended(failure) && exposure.shows(JsErrorExposure.INTENDED)) {
      return intended(failure, seen);
    }
    String message = exposure.shows(JsErrorExposure.MESSAGES) ? messageOf(failure) : null;
    if (message == null && exposure.shows(JsErrorExposure.EVERYTHING)) {
      message = failure.getClass().getName();
    }
    return error(failure, "Error", message == null ? HostErrorView.NOTHING : message, seen);
  }

  /** Whether scripts may see anything of it when it is the cause of another, or suppressed by it. */
  private boolean isShown(Throwable failure) {
    if (failure instanceof JsThrownException thrown && thrown.canBeRethrown(runtime)) {
      return true;
    }
    return exposure.shows(isIntended(failure) ? JsErrorExposure.INTENDED : JsErrorExposure.MESSAGES);
  }

  private boolean isIntended(Throwable failure) {
    if (failure instanceof JsThrownException thrown) {
      // What a script of another runtime said may be a secret of that.
      return !thrown.isOfAnotherRuntime(runtime);
    }
    return failure instanceof HostException || failure instanceof ToldToScripts || failure instanceof JsException;
  }

  private HostErrorView intended(Throwable failure, Set<Throwable> seen) {
    if (failure instanceof HostException intended) {
      return error(failure, intended.kind().className(), String.valueOf(intended.getMessage()), seen);
    }
    if (failure instanceof ToldToScripts told) {
      return error(failure, told.kind().className(), told.reason(), seen);
    }
    return failure instanceof JsSyntaxException syntax
        ? error(failure, "SyntaxError", syntax.jsMessage(), seen)
        : error(failure, "Error", String.valueOf(failure.getMessage()), seen);
  }

  private HostErrorView error(Throwable failure, String kind, String message, Set<Throwable> seen) {
    HostErrorView causeView = related(causeOf(failure), seen);
    List<HostErrorView> errors = new ArrayList<>();
    for (Throwable suppressed : failure.getSuppressed()) {
      HostErrorView view = related(suppressed, seen);
      if (view != null) {
        errors.add(view);
      }
    }
    return view(failure, null, !errors.isEmpty() && kind.equals("Error") ? "AggregateError" : kind, message, causeView,
        errors);
  }

  private @Nullable HostErrorView related(@Nullable Throwable failure, Set<Throwable> seen) {
    return failure != null && isShown(failure) && seen.size() < MOST && !seen.contains(failure)
        ? view(failure, seen)
        : null;
  }

  private HostErrorView view(Throwable failure, @Nullable NativeValue value, String kind, String message,
      @Nullable HostErrorView cause, List<HostErrorView> errors) {
    boolean all = value == null && exposure.shows(JsErrorExposure.EVERYTHING);
    return new HostErrorView(failure, value, kind, message, all ? failure.getClass().getName() : null, all
        ? stackOf(failure)
        : null, cause, errors);
  }

  private static @Nullable Throwable causeOf(Throwable failure) {
    try {
      return failure.getCause();
    } catch (RuntimeException | StackOverflowError e) {
      return null;
    }
  }

  private static @Nullable String messageOf(Throwable failure) {
    try {
      return failure.getMessage();
    } catch (RuntimeException | StackOverflowError e) {
      return null;
    }
  }

  private static @Nullable String stackOf(Throwable failure) {
    try {
      StringWriter text = new StringWriter();
      failure.printStackTrace(new PrintWriter(text));
      return text.toString();
    } catch (RuntimeException | StackOverflowError e) {
      return null;
    }
  }
}
