package io.jsc4j.tests.hostile.peers;

import io.jsc4j.tests.hostile.HostileScript;
import io.jsc4j.tests.hostile.peers.PeerProgram.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of the page that is made from a run. */
final class PeerPage {
  private static final String BEGIN = "<!-- From here on tests/compare has written it. -->";

  private final List<HostileScript> scripts;
  private final Map<PeerName, Map<String, Verdict>> verdicts = new EnumMap<>(PeerName.class);
  private final Map<PeerName, String> versions = new EnumMap<>(PeerName.class);

  PeerPage(List<HostileScript> scripts) {
    this.scripts = scripts;
  }

  /** Which version ran. */
  void version(PeerName peer, String version) {
    versions.put(peer, version);
  }

  /** What came of each script. */
  void add(PeerName peer, Map<String, Verdict> all) {
    verdicts.put(peer, all);
  }

  /** Replaces what an earlier run wrote. */
  void write(Path page) throws IOException {
    String text = Files.readString(page);
    int from = text.indexOf(BEGIN);
    if (from < 0) {
      throw new IllegalStateException(page + " lacks the line " + BEGIN);
    }
    String made = String.join("\n", BEGIN, "", totals(), byClass(), harm());
    Files.writeString(page, text.substring(0, from) + made);
  }

  private String totals() {
    StringBuilder text = new StringBuilder("## All scripts\n\n| Engine | Scripts |");
    for (PeerOutcome outcome : PeerOutcome.values()) {
      text.append(" ").append(outcome.word()).append(" |");
    }
    text.append("\n|---|--:|").append("--:|".repeat(PeerOutcome.values().length)).append("\n");
    for (PeerName peer : verdicts.keySet()) {
      text.append("| ").append(versions.get(peer)).append(" | ").append(scripts.size()).append(" |");
      for (PeerOutcome outcome : PeerOutcome.values()) {
        text.append(" ").append(count(peer, scripts, outcome)).append(" |");
      }
      text.append("\n");
    }
    return text.toString();
  }

  private String byClass() {
    StringBuilder text = new StringBuilder("## By class of attack\n\n| Class | Scripts |");
    verdicts.keySet().forEach(peer -> text.append(" ").append(peer.title()).append(" |"));
    text.append("\n|---|--:|").append("---|".repeat(verdicts.size())).append("\n");
    Map<String, List<HostileScript>> classes =
        scripts.stream().collect(Collectors.groupingBy(HostileScript::category, TreeMap::new, Collectors.toList()));
    classes.forEach((name, members) -> {
      text.append("| `").append(name).append("` | ").append(members.size()).append(" |");
      verdicts.keySet().forEach(peer -> text.append(" ").append(cell(peer, members)).append(" |"));
      text.append("\n");
    });
    return text.toString();
  }

  private String cell(PeerName peer, List<HostileScript> members) {
    return Stream.of(PeerOutcome.values())
        .filter(outcome -> count(peer, members, outcome) > 0)
        .map(outcome -> count(peer, members, outcome) + " " + outcome.word())
        .collect(Collectors.joining(", "));
  }

  private String harm() {
    List<String> lines = new ArrayList<>(List.of("## Scripts that hurt the host", "",
        "| Engine | Outcome | How | Scripts |",
        "|---|---|---|---|"));
    verdicts.forEach((peer, all) -> {
      Map<String, List<String>> byHow = new TreeMap<>();
      for (HostileScript script : scripts) {
        Verdict verdict = Objects.requireNonNull(all.get(script.name()), script.name());
        if (verdict.outcome().isHarm()) {
          String how = verdict.outcome().word().replace("*", "") + " | " + verdict.detail()
              .replace("|", "\\|")
              .replace("<", "&lt;");
          byHow.computeIfAbsent(how, none -> new ArrayList<>()).add("`" + script.name() + "`");
        }
      }
      byHow.forEach((how, names) -> lines.add("| " + peer.title() + " | " + how + " | " + String.join(", ", names)
          + " |"));
    });
    return String.join("\n", lines) + "\n";
  }

  private long count(PeerName peer, List<HostileScript> members, PeerOutcome outcome) {
    Map<String, Verdict> all = Objects.requireNonNull(verdicts.get(peer));
    return members.stream()
        .map(script -> Objects.requireNonNull(all.get(script.name()), script.name()))
        .filter(verdict -> verdict.outcome() == outcome)
        .count();
  }
}
