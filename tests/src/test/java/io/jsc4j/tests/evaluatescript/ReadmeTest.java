package io.jsc4j.tests.evaluatescript;

import io.jsc4j.JsEngine;
import io.jsc4j.samples.evaluatescript.EvaluateScript;
import io.jsc4j.tests.architecture.Project;
import io.jsc4j.tests.support.NeedsEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the README shows is what happens: the table of the EvaluateScript sample, and the first example. */
@NeedsEngine
final class ReadmeTest {
  private static final Pattern TABLE = Pattern.compile("^\\| mistake \\|.*?(?=^$)", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern ENGINE_OF_TABLE = Pattern.compile(
      "this table was made with JavaScriptCore (\\d+\\.\\d+\\.\\d+)");
  private static final Pattern EXAMPLE = Pattern.compile("^```java\\n(import io\\.jsc4j\\..*?)^```", Pattern.MULTILINE
      | Pattern.DOTALL);

  private final String readme = Project.read(Project.root().resolve("README.md"));

  @Test
  void theTableIsWhatTheSampleShows() throws IOException, InterruptedException {
    List<List<String>> shown = cells(find(TABLE).group());
    List<List<String>> made = cells(EvaluateScript.table());

    assertThat(column(made, 2)).as("the safe layer").isEqualTo(column(shown, 2));
    assertThat(column(made, 1)).as("the raw layer").noneMatch(cell -> cell.startsWith("the right value"));
    // What a mistake on the raw layer does is up to the engine's version; none promises anything.
    if (find(ENGINE_OF_TABLE).group(1).equals(JsEngine.load().version())) {
      assertThat(made).isEqualTo(shown);
    }
  }

  @Test
  void theExampleRuns(@TempDir Path folder) throws IOException, InterruptedException {
    Path example = Files.writeString(folder.resolve("Example.java"), find(EXAMPLE).group(1));
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
    for (String name : List.of("io.jsc4j.library", "io.jsc4j.cache")) {
      if (System.getProperty(name) != null) {
        command.add("-D" + name + "=" + System.getProperty(name));
      }
    }
    command.add(example.toString());
    Path output = folder.resolve("output");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the example ends").isTrue();
    } finally {
      process.destroyForcibly();
    }

    // Nothing else either: no warning about native access.
    assertThat(output).hasContent("42.0");
    assertThat(readme).contains("It prints `42.0`");
  }

  private Matcher find(Pattern pattern) {
    Matcher matcher = pattern.matcher(readme);
    assertThat(matcher.find()).as("the README has %s", pattern).isTrue();
    return matcher;
  }

  private static List<List<String>> cells(String table) {
    return table.lines()
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).filter(cell -> !cell.isEmpty()).toList())
        .toList();
  }

  private static List<String> column(List<List<String>> table, int index) {
    return table.stream().map(row -> row.get(index)).toList();
  }
}
