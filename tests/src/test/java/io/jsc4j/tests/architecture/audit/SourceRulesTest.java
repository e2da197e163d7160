package io.jsc4j.tests.architecture.audit;

import io.jsc4j.tests.architecture.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The source rules hold, and each can fail. */
@Tag("architecture")
final class SourceRulesTest {
  private static final List<Path> FILES = SourceRules.handWritten(Project.root());

  @Test
  void everyFileIsShort() {
    assertThat(SourceRules.tooLong(FILES)).isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    assertThat(SourceRules.unfinished(FILES)).isEmpty();
  }

  @Test
  void noFileNamesAFolderOfOneMachine() {
    assertThat(SourceRules.machinePaths(FILES)).isEmpty();
  }

  @Test
  void everyRawCallIsJustified() {
    List<RawCall> calls = RawCallScanner.scan(Project.files(Project.root().resolve(AuditedPackage.SOURCES), ".java"));
    assertThat(calls).hasSizeGreaterThan(50);
    assertThat(SourceRules.unjustified(calls)).isEmpty();
  }

  @Test
  void everyExampleOfTheApiIsCompiled() {
    assertThat(SourceRules.inlineSnippets(Project.files(Project.root().resolve("jsc-safe-api/src/main/java"), ".java")))
        .isEmpty();
  }

  @Test
  void anExampleInACommentIsNoticed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("Shown.java"), """
        /**
         * {@snippet file="Test.java" region="fine"}
         * {@snippet :
         * nothing();
         * }
         */
        """);
    assertThat(SourceRules.inlineSnippets(List.of(file))).singleElement().asString().contains("Shown.java:3");
  }

  @Test
  void generatedBindingsAreLeftOut() {
    assertThat(FILES).isNotEmpty()
        .allSatisfy(file -> assertThat(file.getFileName().toString()).isNotEqualTo("JavaScriptCore.java"));
  }

  @Test
  void aLongFileIsNoticed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("Long.java"), "//\n".repeat(SourceRules.MAX_LINES + 1));
    assertThat(SourceRules.tooLong(List.of(file))).singleElement().asString().contains("501 lines");
  }

  @Test
  void anUnfinishedPlaceIsNoticed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("Later.java"), "class Later {\n  // TO" + "DO: the rest\n}\n");
    assertThat(SourceRules.unfinished(List.of(file))).singleElement().asString().contains("Later.java:2");
  }

  @Test
  void aMachinePathIsNoticed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("run.sh"), "java -jar /ho" + "me/somebody/x.jar\n");
    assertThat(SourceRules.machinePaths(List.of(file))).singleElement().asString().contains("run.sh:1");
  }

  @Test
  void anUnjustifiedCallIsNoticed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("Calls.java"), """
        class Calls {
          void justified() {
            // SAFETY: for a reason
            // of two lines.
            @SuppressWarnings("restricted")
            var segment =
                JavaScriptCore.JSContextGroupCreate();
          }

          void conditions() {
            // SAFETY: both branches.
            if (JavaScriptCore.JSValueIsArray(a, b)) {
            } else if (JavaScriptCore.JSValueIsDate(a, b)) {
              JavaScriptCore.JSUnlock(a);
            }
          }

          void careless() {
            // SAFETY: another call's.
            JavaScriptCore.JSLock(a);
            JavaScriptCore.JSUnlock(a);
            int constant = JavaScriptCore.kJSTypeNull();
            segment.reinterpret(8);
            consume(JavaScriptCore::JSGarbageCollect);
            JSObjectFinalizeCallback.allocate(this::finalize, arena);
            JSClassDefinition.allocate(arena);
            NativeMemory.getLong(address);
          }
        }
        """);
    assertThat(SourceRules.unjustified(RawCallScanner.scan(List.of(file)))).satisfiesExactly(
        problem -> assertThat(problem).startsWith("Calls.java:14: JSUnlock"),
        problem -> assertThat(problem).startsWith("Calls.java:21: JSUnlock"),
        problem -> assertThat(problem).startsWith("Calls.java:23: reinterpret"),
        problem -> assertThat(problem).startsWith("Calls.java:24: JSGarbageCollect"),
        problem -> assertThat(problem).startsWith("Calls.java:25: allocate"),
        problem -> assertThat(problem).startsWith("Calls.java:27: getLong"));
  }

  @Test
  void aCommentOfTwoLinesIsReadWhole(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("Two.java"),
        "class Two {\n  void m() {\n    // Aside.\n    // SAFETY: for a reason\n    // of two lines.\n    JavaScriptCore.JSLock(a);\n  }\n}\n");
    assertThat(RawCallScanner.scan(List.of(file))).singleElement()
        .extracting(RawCall::safety)
        .isEqualTo("for a reason of two lines.");
  }
}
