package io.jsc4j.tests.architecture.audit;

import io.jsc4j.JsEngine;
import io.jsc4j.spi.JscLibraryException;
import io.jsc4j.tests.architecture.audit.CodeUnit.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

/** The coverage page accounts for every function, of the bindings and of the engine, and a gap is noticed. */
@Tag("architecture")
final class CApiCoverageTest {
  @Test
  void everyFunctionIsCalledOrExplained() {
    assertThat(CApiCoverage.ofProject().problems()).isEmpty();
  }

  @Test
  void everyExportedFunctionIsBound() throws IOException {
    SortedSet<String> exported = ElfSymbols.exportedFunctions(engine());
    assertThat(exported).contains("JSEvaluateScript", "JSLock").hasSizeGreaterThan(150);
    assertThat(CApiCoverage.ofProject().unbound(exported)).isEmpty();
  }

  @Test
  void thePageIsUpToDate() {
    GeneratedPage.check("c-api-coverage.md", CApiCoverage.ofProject().markdown());
  }

  @Test
  void gapsAreNoticed() {
    Call lock = new Call("io.jsc4j.bindings.JavaScriptCore", "JSLock$address", List.of(), 7);
    CodeUnit caller = new CodeUnit("io.jsc4j.internal.ffi.Sample", "run", List.of(), List.of(lock), Set.of(), null);
    CApiCoverage coverage = new CApiCoverage(Map.of("JSLock", "a.h", "JSUnlock", "a.h"), List.of(caller),
        Map.of("JSLock", "no need", "JSGone", "it is gone"), new ConformanceCoverage(List.of(), Map.of()));
    assertThat(coverage.problems()).satisfiesExactly(
        problem -> assertThat(problem).startsWith("JSUnlock is bound and nobody calls it"),
        problem -> assertThat(problem).startsWith("JSGone has a reason in UncalledFunctions but is not bound"),
        problem -> assertThat(problem).startsWith("JSLock is called by [Sample.run]"));
    assertThat(coverage.unbound(List.of("JSLock", "JSNew", "jsc_other", "JSONish_"))).satisfiesExactly(
        problem -> assertThat(problem).startsWith("JSNew is exported and not bound"),
        problem -> assertThat(problem).startsWith("JSONish_"));
  }

  @Test
  void onlyLibrariesAreRead(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("library.so"),
        "this is no ELF file, but long enough to look like one");
    assertThatThrownBy(() -> ElfSymbols.exportedFunctions(file)).isInstanceOf(IOException.class)
        .hasMessageContaining("no 64-bit ELF file");
  }

  private static Path engine() {
    Path library;
    try {
      library = JsEngine.load().library();
    } catch (JscLibraryException e) {
      return abort("there is no engine here: " + e.getMessage());
    }
    if (!Files.isRegularFile(library)) {
      return abort("the system does not say which file " + library + " is");
    }
    return library;
  }
}
