package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ServiceScript;
import java.util.Optional;

/** A handle to a symbol; made by {@link JsContext#newSymbol}, {@link JsContext#symbolFor} and {@link JsContext#wellKnownSymbol}. */
public final class JsSymbol extends JsHandle {

  /** The symbols by which the language itself asks objects; all contexts share them. */
  public enum WellKnown {
    /** {@code Symbol.asyncIterator}. */
    ASYNC_ITERATOR("asyncIterator"),
    /** {@code Symbol.hasInstance}. */
    HAS_INSTANCE("hasInstance"),
    /** {@code Symbol.isConcatSpreadable}. */
    IS_CONCAT_SPREADABLE("isConcatSpreadable"),
    /** {@code Symbol.iterator}. */
    ITERATOR("iterator"),
    /** {@code Symbol.match}. */
    MATCH("match"),
    /** {@code Symbol.matchAll}. */
    MATCH_ALL("matchAll"),
    /** {@code Symbol.replace}. */
    REPLACE("replace"),
    /** {@code Symbol.search}. */
    SEARCH("search"),
    /** {@code Symbol.species}. */
    SPECIES("species"),
    /** {@code Symbol.split}. */
    SPLIT("split"),
    /** {@code Symbol.toPrimitive}. */
    TO_PRIMITIVE("toPrimitive"),
    /** {@code Symbol.toStringTag}. */
    TO_STRING_TAG("toStringTag"),
    /** {@code Symbol.unscopables}. */
    UNSCOPABLES("unscopables");

    private final String propertyName;

    WellKnown(String propertyName) {
      this.propertyName = propertyName;
    }

    /** The name of the property of {@code Symbol} that holds it. */
    public String propertyName() {
      return propertyName;
    }
  }

  JsSymbol(JsContext context, CellPointer cell) {
    super(context, cell);
  }

  /**
   * {@code symbol.description}: empty if it was made without one.
   *
   * @throws IllegalStateException if the handle can no longer be used
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  public Optional<String> description() {
    return JsService.findText(context(), ServiceScript.BUILTINS, "description", cell());
  }

  /**
   * {@code Symbol.keyFor(symbol)}: the key that it is registered under, empty if it is not of the registry of {@link JsContext#symbolFor}.
   *
   * @throws IllegalStateException if the handle can no longer be used
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  public Optional<String> registryKey() {
    return JsService.findText(context(), ServiceScript.BUILTINS, "keyFor", cell());
  }

  /**
   * Makes a handle to the same symbol that outlives the scope of this one.
   *
   * @throws IllegalStateException if the handle can no longer be used
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  public JsRef<JsSymbol> retain() {
    return context().retain(this, cell -> new JsSymbol(context(), cell));
  }

  @Override
  public JsSymbol asSymbol() {
    return this;
  }

  @Override
  public String typeOf() {
    return "symbol";
  }
}
