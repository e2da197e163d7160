package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.Realm;
import io.jsc4j.internal.ffi.Values;
import org.jspecify.annotations.Nullable;

/** The exceptions that are on their way through JavaScript while one outermost operation of a runtime runs. */
final class JsCrossings {
  private @Nullable JsThrownException passing;
  /** What it threw, protected: its own handle ends with the host function that it leaves. */
  private @Nullable CellPointer passingCell;
  private @Nullable Throwable grave;

  /** An outermost operation begins. */
  void begin() {
    grave = null;
  }

  /** It has ended. */
  void end() {
    if (passing != null) {
      passing = null;
      Realm.discard(passingCell);
      passingCell = null;
    }
  }

  /** What a script threw leaves a host function, and goes on in JavaScript as it is. */
  void passes(JsContext context, JsThrownException exception) {
    end();
    if (exception.thrown() instanceof JsHandle handle) {
      passingCell = Values.duplicate(context.pointer(), handle.cell());
    }
    passing = exception;
  }

  /** The exception that was last made for this value and passed, if it is the last that did. */
  @Nullable JsThrownException passed(JsValue thrown) {
    JsThrownException last = passing;
    if (last == null) {
      return null;
    }
    boolean same = thrown instanceof JsHandle handle
        ? passingCell != null && passingCell.isSameCell(handle.cell())
        : passingCell == null && last.thrown().isSame(thrown);
    return same ? last : null;
  }

  /** A host function threw; that there is no memory left is not for a script to hide. */
  void thrown(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      grave = failure;
    }
  }

  /** What a script has caught that it can't be left to hide, once; null unless there is such a thing. */
  @Nullable Throwable takeGrave() {
    Throwable taken = grave;
    grave = null;
    return taken;
  }

  /** The exception that ends the outermost operation: this one, unless it hides a graver one. */
  Throwable gravest(Throwable thrown) {
    Throwable taken = takeGrave();
    return taken == null || isCausedBy(thrown, taken) ? thrown : taken;
  }

  @SuppressWarnings("ReferenceEquality") // An exception may say that it equals another.
  private static boolean isCausedBy(Throwable thrown, Throwable sought) {
    try {
      int depth = 0;
      for (Throwable cause = thrown; cause != null && depth < 100; cause = cause.getCause(), depth++) {
        if (cause == sought) {
          return true;
        }
      }
    } catch (RuntimeException e) {
      // An exception can have methods that throw.
    }
    return false;
  }
}
