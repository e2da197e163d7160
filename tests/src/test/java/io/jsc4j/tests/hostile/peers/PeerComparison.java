package io.jsc4j.tests.hostile.peers;

import io.jsc4j.tests.hostile.HostileScript;
import io.jsc4j.tests.hostile.peers.PeerProgram.Verdict;
import io.jsc4j.tests.stress.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the corpus on each engine, in JVMs of its own, one after the other; a JVM that a script ends is replaced. Its first
 * argument is the page that it writes. A second one is a regular expression for the names of scripts: then it prints what came
 * of those, and leaves the page alone.
 */
final class PeerComparison {
  private static final Duration TIMEOUT = Duration.ofHours(2);
  /** Everything in Java has room, and GraalJS's heap, which is Java's, has about what the others are given. */
  private static final List<String> OPTIONS = List.of("-Xmx256m");
  private static final Pattern BEGIN = Pattern.compile("^BEGIN (\\S+)$", Pattern.MULTILINE);
  private static final Pattern END = Pattern.compile("^END (\\w+) (\\S+): (.*)$", Pattern.MULTILINE);
  private static final Pattern VERSION = Pattern.compile("^VERSION (.*)$", Pattern.MULTILINE);
  private static final Pattern FATAL =
      Pattern.compile("Fatal (?:error|JavaScript)[^\\n]*\\n(?:# [^\\n]+)?|OutOfMemoryError[^\\n]*");

  private PeerComparison() {}

  /** Runs them and writes the page. */
  public static void main(String[] arguments) throws Exception {
    String only = arguments.length > 1 ? arguments[1] : ".*";
    List<HostileScript> scripts = HostileScript.all().stream().filter(script -> script.name().matches(only)).toList();
    PeerPage page = new PeerPage(scripts);
    for (PeerName name : PeerName.values()) {
      Map<String, Verdict> verdicts = run(name, scripts, page);
      page.add(name, verdicts);
      verdicts.forEach((script, verdict) -> {
        if (arguments.length > 1) {
          System.out.println(name.title() + " " + verdict.line(script));
        }
      });
    }
    if (arguments.length == 1) {
      page.write(Path.of(arguments[0]));
    }
  }

  private static Map<String, Verdict> run(PeerName peer, List<HostileScript> scripts, PeerPage page)
      throws IOException, InterruptedException {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    List<String> left = new ArrayList<>(scripts.stream().map(HostileScript::name).toList());
    for (int round = 0; !left.isEmpty(); round++) {
      Path folder = ForkedJvm.folder("peers", peer + "-" + round);
      Path names = Files.write(folder.resolve("names.txt"), left);
      ForkedJvm.Result result =
          ForkedJvm.of(PeerProgram.class, peer.name(), names.toString()).withOptions(OPTIONS).run(folder, TIMEOUT);
      Matcher version = VERSION.matcher(result.output());
      if (!version.find()) {
        throw new IllegalStateException(peer + " did not start, see " + folder);
      }
      page.version(peer, version.group(1));
      String last = "";
      for (Matcher begin = BEGIN.matcher(result.output()); begin.find();) {
        last = begin.group(1);
      }
      for (Matcher end = END.matcher(result.output()); end.find();) {
        verdicts.put(end.group(2), new Verdict(PeerOutcome.valueOf(end.group(1)), end.group(3)));
      }
      if (!verdicts.containsKey(last)) {
        verdicts.put(last, ended(result));
      } else if (!result.passed()) {
        throw new IllegalStateException(peer + " ended between scripts, after " + last + ", see " + folder);
      }
      left.removeAll(verdicts.keySet());
    }
    return verdicts;
  }

  private static Verdict ended(ForkedJvm.Result result) {
    String where = result.output().lines().reduce("", (before, line) -> line);
    if (result.exitCode() == PeerProgram.HUNG) {
      return new Verdict(PeerOutcome.HUNG, where);
    }
    if (result.exitCode() == PeerProgram.TOO_LARGE) {
      return new Verdict(PeerOutcome.DIED, where);
    }
    Matcher fatal = FATAL.matcher(result.output());
    return new Verdict(PeerOutcome.DIED, fatal.find() ? fatal.group().replace("\n#", "") : result.describe());
  }
}
