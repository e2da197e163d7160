package io.jsc4j.tests.api;

import io.jsc4j.JsContext;
import io.jsc4j.JsFunction;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The events of the library in a recording of Java's Flight Recorder. */
final class FlightRecorderTest extends ContextTest {
  private static final List<String> NAMES =
      List.of("io.jsc4j.Eval", "io.jsc4j.Call", "io.jsc4j.HostCall", "io.jsc4j.GarbageCollection", "io.jsc4j.Leak");

  @TempDir
  Path folder;

  private List<RecordedEvent> recorded(Runnable action) throws Exception {
    Path file = folder.resolve("recording.jfr");
    try (Recording recording = new Recording()) {
      NAMES.forEach(name -> recording.enable(name).withThreshold(Duration.ZERO));
      recording.start();
      action.run();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file)
        .stream()
        .filter(event -> NAMES.contains(event.getEventType().getName()))
        .toList();
  }

  private static RecordedEvent only(List<RecordedEvent> events, String name) {
    List<RecordedEvent> found = events.stream().filter(event -> event.getEventType().getName().equals(name)).toList();
    assertThat(found).as(name).hasSize(1);
    return found.getFirst();
  }

  @Test
  void tellsOfEvaluationsCallsAndCollections() throws Exception {
    js.setName("recorded");
    JsFunction host = js.function("pause", _ -> {
      LockSupport.parkNanos(1);
      return JsValue.undefined();
    });
    JsFunction function = js.eval("(f => f())").asFunction();
    List<RecordedEvent> events = recorded(() -> {
      js.eval("1 + 1", "sum.js");
      function.call(host);
      js.runtime().collectGarbage();
    });

    RecordedEvent eval = only(events, "io.jsc4j.Eval");
    assertThat(eval.getString("context")).isEqualTo("recorded");
    assertThat(eval.getString("url")).isEqualTo("sum.js");
    assertThat(eval.getInt("length")).isEqualTo(5);
    assertThat(eval.getEventType().getLabel()).isEqualTo("JavaScript Evaluation");
    assertThat(eval.getEventType().getCategoryNames()).containsExactly("JavaScript", "jsc4j");
    RecordedEvent call = only(events, "io.jsc4j.Call");
    assertThat(call.getInt("arguments")).isOne();
    RecordedEvent hostCall = only(events, "io.jsc4j.HostCall");
    assertThat(hostCall.getString("function")).isEqualTo("pause");
    assertThat(hostCall.getStartTime()).isAfterOrEqualTo(call.getStartTime());
    assertThat(hostCall.getEndTime()).isBeforeOrEqualTo(call.getEndTime());
    assertThat(only(events, "io.jsc4j.GarbageCollection").getString("runtime")).startsWith("JsRuntime@");
  }

  @Test
  void tellsOfEvaluationsThatFail() throws Exception {
    List<RecordedEvent> events = recorded(() -> {
      thrownBy("throw 1");
      js.evalIn("1", js.newObject());
      js.evalStrict("1");
      js.eval(js.runtime().compile("1", "parsed.js"));
    });

    assertThat(events).hasSize(4);
    assertThat(events).extracting(event -> event.getString("url")).contains("parsed.js");
  }

  @Test
  void shortOnesAreLeftOutUnlessAskedFor() throws Exception {
    Path file = folder.resolve("recording.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("io.jsc4j.Eval").withThreshold(Duration.ofHours(1));
      recording.start();
      js.eval("1");
      recording.stop();
      recording.dump(file);
    }
    assertThat(RecordingFile.readAllEvents(file)).noneMatch(event -> event.getEventType()
        .getName()
        .startsWith("io.jsc4j"));
  }

  private static void leak() throws InterruptedException {
    // On a thread of its own, so that no stack frame of this one still names the context.
    Thread thread = Thread.ofPlatform().start(JsContext::open);
    thread.join();
  }

  @Test
  void tellsOfLeaks() throws Exception {
    Path file = folder.resolve("recording.jfr");
    List<RecordedEvent> leaks = List.of();
    try (Recording recording = new Recording()) {
      recording.enable("io.jsc4j.Leak");
      recording.start();
      leak();
      for (int i = 0; i < 200 && leaks.size() < 2; i++) {
        System.gc();
        LockSupport.parkNanos(10_000_000);
        recording.dump(file);
        leaks = RecordingFile.readAllEvents(file);
      }
    }
    assertThat(leaks).extracting(event -> event.getString("kind")).contains("context", "runtime");
  }
}
