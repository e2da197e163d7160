package io.jsc4j.tests.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A script of the corpus. Its first lines are comments: what it attacks, then directives.
 *
 * <ul>
 * <li>{@code // expect: terminated | throws | value}, one or several of them: what its evaluation must come to.
 * <li>{@code // ends-by: hostCalls | microtasks}, one or several limits: where all limits are set, one of these must end it.
 * <li>{@code // needs: hostFunctions}: it calls what the host grants.
 * <li>{@code // in-process: escapes (reason)}: no limit within the process ends it, so it runs only where another
 * process can. {@code escapes without microtask limit (reason)}: that one does.
 * <li>{@code // spoils: promises}: by the language's own rules it may change what waiting for a promise comes to;
 * {@code errors}: what an exception of the engine comes to, because its name is converted.
 * </ul>
 *
 * @param name its folder and its file's name without the ending, as in {@code loops-statements/while-true}
 * @param source its text
 */
public record HostileScript(String name, String source) {
  private static final Pattern DIRECTIVE = Pattern.compile("^// ([a-z-]+): (.+)$", Pattern.MULTILINE);

  /** What an evaluation came to. */
  public enum Outcome {
    VALUE,
    THROWS,
    TERMINATED
  }

  /** All of them, ordered by name. */
  public static List<HostileScript> all() {
    Path folder = folder();
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".js"))
          .sorted()
          .map(file -> read(folder, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("can't list " + folder, e);
    }
  }

  private static Path folder() {
    URL url = Objects.requireNonNull(HostileScript.class.getResource("/io/jsc4j/tests/hostile/loops-statements"),
        "the corpus is not on the class path");
    try {
      return Objects.requireNonNull(Path.of(url.toURI()).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HostileScript read(Path folder, Path file) {
    String path = folder.relativize(file).toString().replace('\\', '/');
    try {
      return new HostileScript(path.substring(0, path.length() - ".js".length()), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }

  /** The folder: the class of the attack. */
  public String category() {
    return name.substring(0, name.indexOf('/'));
  }

  /** What its first line says of it. */
  String title() {
    return source.lines().findFirst().orElse("");
  }

  /** What its evaluation may come to; empty where anything is right. */
  Set<Outcome> expected() {
    return directive("expect").map(text -> Stream.of(text.split("\\|"))
        .map(word -> Outcome.valueOf(word.strip().toUpperCase(Locale.ROOT)))
        .collect(Collectors.toUnmodifiableSet())).orElse(Set.of());
  }

  /** The limits of which one must end it where all are set; empty where anything is right. */
  Set<String> endsBy() {
    return directive("ends-by").map(text -> Stream.of(text.split("\\|"))
        .map(String::strip)
        .collect(Collectors.toUnmodifiableSet())).orElse(Set.of());
  }

  /** Whether only the end of its process ends it. */
  boolean escapes() {
    return directive("in-process").filter(text -> !text.startsWith("escapes without microtask limit")).isPresent();
  }

  /** Whether only a limit of microtasks or the end of its process ends it. */
  boolean escapesWithoutMicrotaskLimit() {
    return directive("in-process").isPresent();
  }

  /** Whether the language's own rules let it change the answers to a kind of questions. */
  boolean spoils(String kind) {
    return directive("spoils").filter(kind::equals).isPresent();
  }

  /** The text of a directive. */
  Optional<String> directive(String key) {
    Matcher matcher = DIRECTIVE.matcher(source);
    while (matcher.find()) {
      if (matcher.group(1).equals(key)) {
        return Optional.of(matcher.group(2).strip());
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name;
  }
}
