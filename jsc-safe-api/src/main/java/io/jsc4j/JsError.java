package io.jsc4j;

import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;
import io.jsc4j.internal.ffi.ServiceScript;
import java.util.List;
import java.util.Optional;

/**
 * What an error of JavaScript tells of itself. Made by {@link JsObject#asError()} and {@link JsContext#newError(Kind, String)}.
 *
 * <p>It only describes: a getter or a trap of a proxy that throws has nothing to tell. Every operation but {@link #object()} throws {@link
 * IllegalStateException} if the handle's scope or context is closed, {@link WrongThreadException} on a thread that does not own the runtime,
 * and {@link JsTerminatedException} if a limit ends a getter.
 */
public final class JsError {

  /** The built-in constructors of errors. */
  public enum Kind {
    /** {@code Error}. */
    ERROR("Error"),
    /** {@code EvalError}. */
    EVAL_ERROR("EvalError"),
    /** {@code RangeError}. */
    RANGE_ERROR("RangeError"),
    /** {@code ReferenceError}. */
    REFERENCE_ERROR("ReferenceError"),
    /** {@code SyntaxError}. */
    SYNTAX_ERROR("SyntaxError"),
    /** {@code TypeError}. */
    TYPE_ERROR("TypeError"),
    /** {@code URIError}. */
    URI_ERROR("URIError");

    private final String constructorName;

    Kind(String constructorName) {
      this.constructorName = constructorName;
    }

    /** What JavaScript calls it. */
    public String constructorName() {
      return constructorName;
    }
  }

  private final JsObject object;

  JsError(JsObject object) {
    this.object = object;
  }

  /** The handle to the JavaScript object; this view ends with it. */
  public JsObject object() {
    return object;
  }

  /** {@code error.name}, such as {@code TypeError}: {@code Error} if that is no string. */
  public String name() {
    return described(1, "Error");
  }

  /** {@code error.message}: the empty string if that is no string. */
  public String message() {
    return described(2, "");
  }

  /** {@code error.stack}, in JavaScriptCore's notation, one frame a line: the empty string if that is no string. */
  public String stack() {
    return described(3, "");
  }

  private String described(int property, String otherwise) {
    return object.context().run(() -> {
      List<NativeValue> described = Realm.describe(object.context().pointer(), object.cell());
      // The cause and the errors, which are not asked for here.
      described.forEach(Realm::discard);
      return described.get(property) instanceof NativeValue.Text(String text) ? text : otherwise;
    });
  }

  /** {@code error.cause}: empty if it has none. */
  public Optional<JsValue> cause() {
    return JsService.find(object.context(), ServiceScript.BUILTINS, "cause", object.cell());
  }

  /** {@code error.errors} of an AggregateError, as {@link JsArray#asList()} shows it; empty if that is no array. */
  public List<JsValue> errors() {
    return JsService.call(object.context(), ServiceScript.BUILTINS, "errors", object.cell()) instanceof JsArray errors
        ? errors.asList()
        : List.of();
  }

  /** The kind of object and an identity; never enters the engine. */
  @Override
  public String toString() {
    return "JsError of " + object;
  }
}
