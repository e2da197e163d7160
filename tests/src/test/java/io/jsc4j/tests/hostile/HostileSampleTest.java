package io.jsc4j.tests.hostile;

import io.jsc4j.tests.hostile.HostileScript.Outcome;
import io.jsc4j.tests.support.NeedsEngine;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The part of {@link HostileScriptsTest} that is cheap enough for every build: every third script, each in one of the modes.
 * A script gets more time before it is ended, and very much more before it is said to hang, so that a busy machine makes no
 * difference.
 */
@NeedsEngine
@Tag("stress")
class HostileSampleTest {
  private static final int EVERY = 3;
  private static final List<HostileScript> SCRIPTS = HostileScript.all();
  private static final List<String> PATIENTLY =
      List.of("-Djsc4j.hostile.limit=100", "-Djsc4j.hostile.slack=120", "-Djsc4j.hostile.deadline=300");

  @ParameterizedTest
  @EnumSource
  void noScriptOfTheSampleHurtsTheHost(HostileMode mode) throws Exception {
    List<HostileMode> modes = List.of(HostileMode.values());
    List<HostileScript> sample = IntStream.range(0, SCRIPTS.size())
        .filter(i -> i % EVERY == 0 && modes.get(i / EVERY % modes.size()) == mode)
        .mapToObj(SCRIPTS::get)
        .filter(mode::canEnd)
        .toList();
    assertThat(sample).isNotEmpty();
    assertThat(HostileRun.of("hostile-sample", mode, sample, PATIENTLY)).as("what hostile scripts did in mode %s", mode)
        .isEmpty();
  }

  @Test
  void thereAreManyAndEachIsAnAttackOfItsOwn() {
    assertThat(SCRIPTS).hasSizeGreaterThanOrEqualTo(450);
    assertThat(SCRIPTS).extracting(HostileScript::source).doesNotHaveDuplicates();
    assertThat(SCRIPTS).allSatisfy(script -> {
      assertThat(script.title()).as(script.name()).matches("// [A-Za-z`].{10,}");
      assertThat(script.expected()).as(script.name()).isSubsetOf(Outcome.values());
      assertThat(script.endsBy()).as(script.name()).isSubsetOf(HostileMode.LIMIT_NAMES);
    });
    assertThat(SCRIPTS.stream().filter(HostileScript::escapes)).as("those that only another process ends")
        .hasSizeLessThan(20);
  }
}
