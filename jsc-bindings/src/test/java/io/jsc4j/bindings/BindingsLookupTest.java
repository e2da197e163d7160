package io.jsc4j.bindings;

import java.lang.foreign.SymbolLookup;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class BindingsLookupTest {
  /** One test, because a class loader goes through these states once. */
  @Test
  void takesOneLookupAndKeepsIt() {
    assertThatIllegalStateException()
        .isThrownBy(BindingsLookup::symbolLookup)
        .withMessageContaining("before an engine was loaded");

    SymbolLookup first = _ -> Optional.empty();
    BindingsLookup.install(first);
    BindingsLookup.install(first);
    assertThat(BindingsLookup.symbolLookup()).isSameAs(first);

    SymbolLookup second = name -> first.find(name);
    assertThatIllegalStateException()
        .isThrownBy(() -> BindingsLookup.install(second))
        .withMessageContaining("another engine");
    assertThat(BindingsLookup.symbolLookup()).isSameAs(first);
  }
}
