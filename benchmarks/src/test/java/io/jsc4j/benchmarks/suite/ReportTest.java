package io.jsc4j.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is made of figures. */
final class ReportTest {
  private static Results results() {
    Results results = new Results();
    results.put(Row.CALL_DOUBLE, Column.JSC4J, Figure.of(new double[]{120, 100, 90}, 0));
    CProgram.read("callDouble plain 151 149 150", results);
    CProgram.read("callDouble locked 80 90", results);
    results.put(Row.STRING_1M, Column.JSC4J, Figure.of(new double[]{600_000}, 2_097_184));
    results.put(Row.STRING_1M, Column.JAVET, Figure.of(new double[]{1_200_000}, 2_097_200));
    return results;
  }

  @Test
  void figuresAreMedians() {
    Figure odd = Figure.of(new double[]{3, 1, 2}, 8);
    assertThat(odd).isEqualTo(new Figure(2, 1, 3, 8));
    assertThat(Figure.of(new double[]{4, 1, 2, 3}, 8).value()).isEqualTo(2.5);
  }

  @Test
  void ratiosCompareWithinOneRow() {
    assertThat(results().ratio(Row.CALL_DOUBLE, Column.C)).hasValue(1.5);
    assertThat(results().ratio(Row.CALL_DOUBLE, Column.C_LOCKED)).hasValue(0.85);
    assertThat(results().ratio(Row.CALL_DOUBLE, Column.JAVET)).isEmpty();
    assertThat(results().ratio(Row.NUMBER, Column.C)).isEmpty();
  }

  @Test
  void theTableHasTheColumnsThatWereMeasured() {
    String page = new Report(results(), true).table();
    assertThat(page).contains("| operation | reach | jsc4j | C | C, lock held | Javet (V8) |\n")
        .contains("| call JS from Java, double → double | ≤ 100 ns | 100 ns [90 ns, 120 ns] "
            + "| 150 ns [149 ns, 151 ns] **1.50** | 85 ns [80 ns, 90 ns] **0.85** |  |\n")
        .contains("| 1 MB string through and back | ≤ 600.00 µs | 600.00 µs [600.00 µs, 600.00 µs] |  |  "
            + "| 1.20 ms [1.20 ms, 1.20 ms] **2.00** |\n")
        .contains("| 1 MB string through and back | 2,097,184 | 2,097,200 |\n")
        .doesNotContain("Rhino")
        .doesNotContain("promises");
  }

  @Test
  void programsHaveATableOfTheirOwn() {
    Results results = results();
    assertThat(new Report(results, true).table()).doesNotContain("The engine alone");
    results.put(Row.ACORN, Column.JSC4J, Figure.of(new double[]{2e6}, 0));
    results.put(Row.PAKO, Column.JSC4J, Figure.of(new double[]{3e6}, 0));
    results.put(Row.ACORN, Column.RHINO, Figure.of(new double[]{4e6}, 0));
    CProgram.read("acorn plain 1000000", results);
    CProgram.read("pako plain 6000000", results);
    assertThat(new Report(results, true).table())
        .contains("| program | reach | jsc4j | C | Rhino |\n",
            "| acorn parses 41 KB of modern JavaScript | ≤ 1.03 ms | 2.00 ms ")
        .contains("jsc4j's: C 1.00.\n");
  }

  @Test
  void thePageSaysWhereAPeerIsAhead() {
    Results results = results();
    assertThat(new Report(results, true).table()).doesNotContain("is ahead");
    results.put(Row.CALL_DOUBLE, Column.GRAAL_JS, Figure.of(new double[]{70}, 0));
    assertThat(new Report(results, true).table()).contains(
        "| | jsc4j | jsc4j, in a batch | Javet (V8) | GraalJS | C | C, lock held | C, best known |\n",
        "| call JS from Java, double → double | 100 ns |  |  | 70 ns | 150 ns | 85 ns |  |\n");
  }

  @Test
  void otherProgramsReadTheSame() {
    assertThat(new Report(results(), true).json()).startsWith("[\n")
        .contains(
            "{\"row\": \"callDouble\", \"column\": \"C\", \"unit\": \"ns\", \"value\": 150.000, \"low\": 149.000, \"high\": 151.000, \"bytes\": null}");
  }

  @Test
  void pictures(@TempDir Path folder) throws IOException {
    new Report(results(), true).write(folder);
    assertThat(folder.resolve("ratios.png")).isNotEmptyFile();
    assertThat(Files.readString(folder.resolve("ratios.svg"))).as("text as text, and every row's name")
        .contains("<svg", ">" + Row.CALL_DOUBLE.title() + "<", ">" + Row.STRING_1M.title() + "<", ">Javet (V8)<")
        .hasSizeLessThan(100_000);
  }

  private static List<Row> failing(Row row, double ratio, double bytes, boolean compared) {
    return new Bounds(Map.of(row, new Bounds.Bound(ratio, bytes))).failing(List.of(row), results(), compared);
  }

  @Test
  void boundsAreRatiosToC() {
    double any = Double.POSITIVE_INFINITY;
    assertThat(failing(Row.CALL_DOUBLE, 0.7, any, true)).isEmpty();
    assertThat(failing(Row.CALL_DOUBLE, 0.6, any, true)).containsExactly(Row.CALL_DOUBLE);
    assertThat(failing(Row.STRING_1M, 0.1, any, false)).as("without C").isEmpty();
    assertThat(failing(Row.STRING_1M, 0.1, any, true)).as("not measured").containsExactly(Row.STRING_1M);
  }

  @Test
  void boundsLimitWhatIsAllocated() {
    assertThat(failing(Row.CALL_DOUBLE, 0.7, 0, true)).isEmpty();
    assertThat(failing(Row.STRING_1M, 0.1, 2_097_184, false)).isEmpty();
    assertThat(failing(Row.STRING_1M, 0.1, 2_097_000, false)).containsExactly(Row.STRING_1M);
  }

  @Test
  void theBoundsOfTheModuleCanBeRead(@TempDir Path folder) throws IOException {
    assertThat(Bounds.read(Path.of("")).rows()).contains(Row.CALL_DOUBLE);
    Files.writeString(folder.resolve("bounds.txt"), "# none\ncall 1.0\n");
    assertThatThrownBy(() -> Bounds.read(folder)).hasMessageContaining("no row call");
  }
}
