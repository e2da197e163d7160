package io.jsc4j.tests.snippets;

import io.jsc4j.spi.JscLibraryProvider;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The snippet of {@link JscLibraryProvider}: not declared as a provider, or every test would look for its library. */
final class ProviderSnippetTest {
  @Test
  void namesItsLibrary() {
    JscLibraryProvider provider = new CompanyEngine();

    assertThat(provider.name()).isEqualTo("company engine");
    assertThat(provider.library()).hasValueSatisfying(library -> assertThat(library).isEqualTo(Path.of(
        "/opt/company/lib",
        "libjavascriptcoregtk-6.0.so.1")));
  }
}
