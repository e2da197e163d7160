package io.jsc4j.tests.snippets;

import io.jsc4j.spi.JscLibraryProvider;
import java.nio.file.Path;
import java.util.Optional;

// @start region="provider"
public final class CompanyEngine implements JscLibraryProvider {
  @Override
  public String name() {
    return "company engine";
  }

  @Override
  public Optional<Path> library() {
    return Optional.of(Path.of("/opt/company/lib/libjavascriptcoregtk-6.0.so.1"));
  }
}
// @end
