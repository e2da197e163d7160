package io.jsc4j.tests.tour;

import io.jsc4j.samples.tour.HostClasses;
import io.jsc4j.samples.tour.RecordConversion;
import io.jsc4j.samples.tour.SharedMemory;
import io.jsc4j.samples.tour.VirtualThreads;
import io.jsc4j.samples.tour.WebAssemblyModule;
import io.jsc4j.tests.architecture.Project;
import io.jsc4j.tests.support.NeedsEngine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each small sample prints what stands in the file of its name. */
@NeedsEngine
final class TourTest {
  private static String printedBy(Consumer<String[]> sample) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      sample.accept(new String[0]);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static String expected(String name) {
    return Project.read(Project.root().resolve("tests/src/test/resources/tour/" + name + ".txt"));
  }

  @Test
  void hostClasses() {
    assertThat(printedBy(HostClasses::main)).isEqualTo(expected("host-classes"));
  }

  @Test
  void recordConversion() {
    assertThat(printedBy(RecordConversion::main)).isEqualTo(expected("record-conversion"));
  }

  @Test
  void sharedMemory() {
    assertThat(printedBy(SharedMemory::main)).isEqualTo(expected("shared-memory"));
  }

  @Test
  void virtualThreads() {
    assertThat(printedBy(VirtualThreads::main)).isEqualTo(expected("virtual-threads"));
  }

  @Test
  void webassembly() {
    assertThat(printedBy(WebAssemblyModule::main)).isEqualTo(expected("webassembly"));
  }
}
