package io.jsc4j.bindings;

import java.lang.foreign.SymbolLookup;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where the generated bindings find the engine's functions.
 *
 * <p>jextract's own lookup sees only libraries given to {@link System#load}, which ties a library to one class loader.
 * So {@code regenerate.sh} points the generated code here, and whoever opens the engine says where it is.
 *
 * <p>One lookup serves a class loader for its whole life: the bindings keep the addresses they have found. It must
 * therefore stay valid for ever, as {@code SymbolLookup.libraryLookup(path, Arena.global())} does.
 */
public final class BindingsLookup {
  private static final AtomicReference<@Nullable SymbolLookup> INSTALLED = new AtomicReference<>();

  private BindingsLookup() {}

  /**
   * Sets the lookup that the bindings use. Installing the same one again does nothing.
   *
   * <p>This comes before the first use of {@link JavaScriptCore}, its constants included: without a lookup that class
   * fails to initialise, and stays unusable in this class loader.
   *
   * @param lookup finds the engine's functions by name, and never becomes invalid
   * @throws IllegalStateException if another lookup has been installed
   */
  public static void install(SymbolLookup lookup) {
    Objects.requireNonNull(lookup, "lookup");
    SymbolLookup installed = INSTALLED.compareAndExchange(null, lookup);
    if (installed != null && !installed.equals(lookup)) {
      throw new IllegalStateException(
          "The raw bindings already use another engine in this class loader, and can't be moved to a second one:"
              + " install one lookup, once");
    }
  }

  /**
   * The lookup that was installed.
   *
   * @return the lookup
   * @throws IllegalStateException if none was
   */
  static SymbolLookup symbolLookup() {
    SymbolLookup installed = INSTALLED.get();
    if (installed == null) {
      throw new IllegalStateException(
          "The raw bindings were used before an engine was loaded: call BindingsLookup.install(lookup) first");
    }
    return installed;
  }
}
