package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.Contexts;
import io.jsc4j.internal.ffi.HostError;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Objects;
import io.jsc4j.internal.ffi.Realm;
import io.jsc4j.internal.ffi.ScriptTerminated;
import io.jsc4j.internal.ffi.ScriptThrew;
import io.jsc4j.internal.ffi.ServiceRealm;
import io.jsc4j.internal.ffi.ServiceScript;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns what a script threw, with its causes, into what Java throws. One object for each thing thrown. */
final class JsErrors {
  /** How many errors are looked at for one that was thrown. */
  private static final int MOST = 32;

  private final JsContext context;
  private @Nullable String here;
  private boolean askedHere;
  private final List<CellPointer> seen = new ArrayList<>();
  private int count;

  private JsErrors(JsContext context) {
    this.context = context;
  }

  /**
   * Throws the exception for a value that a script threw.
   *
   * @return nothing; it lets the compiler see that the caller ends here
   */
  static RuntimeException toJava(JsContext context, NativeValue thrown, JsValue value) {
    throw JsErrors.<RuntimeException>same(exceptionOf(context, thrown, value));
  }

  /** The exception for a thrown value: the Java exception that it stands for, or a {@link JsThrownException}. */
  static Throwable exceptionOf(JsContext context, NativeValue thrown, JsValue value) {
    Throwable found = new JsErrors(context).find(thrown, value);
    return java.util.Objects.requireNonNull(found, "the first is never left out");
  }

  private @Nullable Throwable find(NativeValue thrown, JsValue value) {
    if (thrown instanceof CellPointer cell && cell.kind().isObject()) {
      HostError host = quietly(() -> Contexts.hostErrorOf(context.pointer(), cell), null);
      if (host != null) {
        return restored(host, cell);
      }
      if (seen.stream().anyMatch(cell::isSameCell)) {
        return null;
      }
      seen.add(cell);
    }
    if (count++ >= MOST) {
      return null;
    }
    return made(thrown, value);
  }

  private Throwable restored(HostError host, CellPointer error) {
    Throwable crossing = host.takeCrossing();
    if (crossing != null) {
      NativeValue stack =
          quietly(() -> Objects.get(context.pointer(), error, "stack"), NativeValue.Nullish.UNDEFINED);
      Realm.discard(stack);
      if (stack instanceof NativeValue.Text(String text)) {
        try {
          JsTraces.complete(host.failure(), crossing, text);
        } catch (RuntimeException e) {
          // An exception can have methods that throw; it comes out with the trace that it has.
        }
      }
    }
    return host.failure();
  }

  private JsThrownException made(NativeValue thrown, JsValue value) {
    JsThrownException passed = context.runtime().crossings().passed(value);
    // What is related to one that passed gets its trace from there too.
    if (!askedHere) {
      askedHere = true;
      here = passed == null ? here(context.pointer()) : null;
    }
    JsErrorDetails details = quietly(() -> JsErrorDetails.of(Realm.describe(context.pointer(), thrown)),
        JsErrorDetails.UNDESCRIBED);
    List<JsValue> related = new ArrayList<>(details.related().size());
    for (NativeValue one : details.related()) {
      related.add(context.wrap(one));
    }
    Throwable cause = null;
    List<Throwable> errors = new ArrayList<>();
    // Looking at one can close the context, if a getter calls a host function that does.
    for (int i = 0; i < related.size() && !context.isClosed(); i++) {
      Throwable found = related.get(i).isUndefined() ? null : find(details.related().get(i), related.get(i));
      if (i == 0) {
        cause = found;
      } else if (found != null) {
        errors.add(found);
      }
    }
    JsThrownException exception = new JsThrownException(details.withSource(context.runtime().sources()), value, cause,
        errors);
    if (passed != null) {
      exception.goesOnFrom(passed);
    } else {
      JsTraces.complete(exception, here);
    }
    return exception;
  }

  /** What a thrown value tells of itself; what it throws meanwhile is not of interest. */
  static JsErrorDetails describe(ContextPointer context, NativeValue thrown) {
    JsErrorDetails details = quietly(() -> JsErrorDetails.of(Realm.describe(context, thrown)),
        JsErrorDetails.UNDESCRIBED);
    details.related().forEach(Realm::discard);
    return details;
  }

  /** The engine's stack, as an Error made now would have it; null if no JavaScript of the runtime is running. */
  static @Nullable String here(ContextPointer context) {
    if (!context.runtime().isEntered()) {
      return null;
    }
    NativeValue stack = quietly(
        () -> ServiceRealm.call(context.runtime().service(), ServiceScript.ERRORS, "here"),
        NativeValue.Nullish.UNDEFINED);
    return stack instanceof NativeValue.Text(String text) ? text : null;
  }

  /** Something else where the engine throws or ends it: too little stack may be left even to look. */
  private static <T extends @Nullable Object> T quietly(Supplier<T> question, T otherwise) {
    try {
      return question.get();
    } catch (ScriptThrew e) {
      Realm.discard(e.thrown());
      return otherwise;
    } catch (ScriptTerminated e) {
      return otherwise;
    }
  }

  /** Any Throwable as it is: a host function can throw checked ones too, if it tries. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // T is what the compiler believes; nothing is cast in truth.
  static <T extends Throwable> T same(Throwable failure) throws T {
    throw (T) failure;
  }
}
