package io.jsc4j.tests.architecture.audit;

import io.jsc4j.tests.architecture.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What class files do not show. Each method gives one line for each violation. */
final class SourceRules {
  static final int MAX_LINES = 500;

  // In two parts, so that this file does not break its own rules.
  private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w.$}])(/ro" + "ot/|/wo" + "rk/|/ho" + "me/\\w{2,}|/Us" + "ers/\\w{2,})|C:\\\\Us" + "ers");

  private static final Pattern INLINE_SNIPPET = Pattern.compile("^\\s*\\* \\{@snippet(?![^}]*\\bfile=)");

  /** By suffix; scripts have none. */
  private static final Pattern TEXT = Pattern.compile("[a-z]\\w*|.*\\.(java|js|c|h|sh|awk|xml|md|txt|tsv|properties)");

  private SourceRules() {}

  /** Everything that people write in the project; not what jextract makes, and nothing below target. */
  static List<Path> handWritten(Path root) {
    Stream<Path> beside = files(root, 1);
    Stream<Path> within = Stream.of(".ci", "bom", "benchmarks", "build", "docs", "jsc-bindings", "jsc-safe-api",
        "junit", "native", "samples", "tests")
        .map(root::resolve)
        .filter(Files::isDirectory)
        .flatMap(folder -> files(folder, Integer.MAX_VALUE));
    return Stream.concat(beside, within)
        .filter(file -> TEXT.matcher(file.getFileName().toString()).matches())
        .filter(file -> !root.relativize(file).toString().contains("target/"))
        .filter(file -> !isGenerated(file))
        .sorted()
        .toList();
  }

  private static Stream<Path> files(Path folder, int depth) {
    try (Stream<Path> found = Files.walk(folder, depth)) {
      return found.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isGenerated(Path file) {
    String name = file.getFileName().toString();
    return file.toString().endsWith("src/main/java/io/jsc4j/bindings/" + name) && !Set.of("BindingsLookup.java",
        "UniformCalls.java", "package-info.java").contains(name);
  }

  /** Files that are too long to be read at a sitting. */
  static List<String> tooLong(List<Path> files) {
    List<String> problems = new ArrayList<>();
    for (Path file : files) {
      long lines = Project.read(file).lines().count();
      if (lines > MAX_LINES && !file.toString().endsWith(".md")) {
        problems.add(file + " has " + lines + " lines; the most is " + MAX_LINES
            + ": take a part out that has a name of its own");
      }
    }
    return problems;
  }

  /** Lines that say that something is missing. */
  static List<String> unfinished(List<Path> files) {
    return matches(files, UNFINISHED, "is a note to finish something: finish it, or open an issue");
  }

  /** Lines that name a folder of somebody's machine. */
  static List<String> machinePaths(List<Path> files) {
    return matches(files, MACHINE_PATH, "names a folder of one machine");
  }

  /** Examples that nothing compiles, because they are written into the comment. */
  static List<String> inlineSnippets(List<Path> files) {
    return matches(files, INLINE_SNIPPET,
        "is an example that nothing compiles: show a region of a test in package snippets");
  }

  /** Raw calls without a reason. */
  static List<String> unjustified(List<RawCall> calls) {
    return calls.stream()
        .filter(call -> call.safety() == null)
        .map(call -> call
            + " has no '// SAFETY:' comment directly above its statement: say there why the call is sound")
        .toList();
  }

  private static List<String> matches(List<Path> files, Pattern pattern, String problem) {
    List<String> problems = new ArrayList<>();
    for (Path file : files) {
      List<String> lines = Project.read(file).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (pattern.matcher(lines.get(i)).find()) {
          problems.add(file + ":" + (i + 1) + ": '" + lines.get(i).strip() + "' " + problem);
        }
      }
    }
    return problems;
  }
}
