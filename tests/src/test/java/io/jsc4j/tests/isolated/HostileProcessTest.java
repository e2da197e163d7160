package io.jsc4j.tests.isolated;

import io.jsc4j.JsProcessException;
import io.jsc4j.JsProcessException.Reason;
import io.jsc4j.JsWorker;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.jsc4j.tests.isolated.Isolated.failure;
import static io.jsc4j.tests.isolated.Isolated.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A process that somebody has taken over says what it likes; the parent believes none of it, and ends it. */
final class HostileProcessTest {
  private static final String PROPERTY = "io.jsc4j.worker.path";

  @TempDir
  Path folder;

  @AfterEach
  void restore() {
    System.clearProperty(PROPERTY);
    assertThat(Isolated.processes()).isEmpty();
  }

  private JsWorker worker(String body) throws Exception {
    System.setProperty(PROPERTY, FakeProcess.doing(folder, body).toString());
    return JsWorker.isolated(options().withFunction("f", _ -> null));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      // No JSON, something after it, nothing.
      "say(\"nonsense\");", "say(\"[\\\"l\\\",\\\"result\\\",null]null\");", "say(\"\");",
      // No message, or one that is not due.
      "say(\"null\");", "say(\"[\\\"l\\\"]\");", "say(\"[\\\"l\\\",\\\"hello\\\",null]\");", "say(\"{\\\"l\\\":1}\");",
      // Kinds of values that there are not, or that are malformed.
      "say(\"[\\\"l\\\",\\\"result\\\",[\\\"java.lang.Runtime\\\"]]\");",
      "say(\"[\\\"l\\\",\\\"result\\\",[\\\"i\\\",\\\"\\\"]]\");",
      "say(\"[\\\"l\\\",\\\"result\\\",[\\\"t\\\",9223372036854775807,0]]\");",
      "say(\"[\\\"l\\\",\\\"result\\\",[\\\"b\\\",\\\"%%%\\\"]]\");",
      "say(\"[\\\"l\\\",\\\"result\\\",[\\\"m\\\",1,2]]\");",
      "say(\"[\\\"l\\\",\\\"result\\\",[\\\"n\\\",\\\"Zero\\\"]]\");",
      "say(\"[\\\"l\\\",\\\"result\\\",\" + \"1\".repeat(1000) + \"]\");",
      // Too deep.
      "say(\"[\\\"l\\\",\".repeat(100_000));",
      // Functions that there are not, or called with nonsense.
      "say(\"[\\\"l\\\",\\\"host\\\",1,5,[\\\"l\\\"]]\");", "say(\"[\\\"l\\\",\\\"host\\\",1,-1,[\\\"l\\\"]]\");",
      "say(\"[\\\"l\\\",\\\"host\\\",1.5,0,[\\\"l\\\"]]\");", "say(\"[\\\"l\\\",\\\"host\\\",1,0,null]\");",
      // Failures that there are not.
      "say(\"[\\\"l\\\",\\\"failure\\\",[\\\"m\\\",\\\"kind\\\",\\\"java.lang.Error\\\"]]\");",
      "say(\"[\\\"l\\\",\\\"failure\\\",null]\");",
      "say(\"[\\\"l\\\",\\\"failure\\\",[\\\"m\\\",\\\"kind\\\",\\\"TERMINATED\\\",\\\"reason\\\",\\\"BORED\\\",\\\"stack\\\",\\\"\\\",\\\"line\\\",0,\\\"column\\\",0]]\");",
      "say(\"[\\\"l\\\",\\\"failure\\\",[\\\"m\\\",\\\"kind\\\",\\\"TERMINATED\\\",\\\"reason\\\",\\\"TIME\\\",\\\"used\\\",\\\"5\\\",\\\"limit\\\",\\\"many\\\",\\\"stack\\\",\\\"\\\",\\\"line\\\",0,\\\"column\\\",0]]\");",
      "say(\"[\\\"l\\\",\\\"failure\\\",[\\\"m\\\",\\\"kind\\\",\\\"SYNTAX\\\",\\\"stack\\\",5]]\");",
      // A frame of 2 GB, and one of a negative length.
      "socket.write(ByteBuffer.allocate(8).putInt(Integer.MAX_VALUE).putInt(0).flip());",
      "socket.write(ByteBuffer.allocate(8).putInt(-1).putInt(0).flip());"})
  void whatItMayNotSay(String body) throws Exception {
    try (JsWorker worker = worker("open(); " + body)) {
      assertThat(failure(worker.eval("1"), JsProcessException.class).reason()).isEqualTo(Reason.PROTOCOL);
    }
  }

  @Test
  void millionsOfValues() throws Exception {
    try (JsWorker worker = worker("open(); say(\"[\\\"l\\\"\" + \",1\".repeat(25_000_000) + \"]\");")) {
      assertThat(failure(worker.eval("1"), JsProcessException.class).reason()).isEqualTo(Reason.PROTOCOL);
    }
  }

  @Test
  void aWrongToken() {
    assertThatThrownBy(() -> worker("""
        socket = SocketChannel.open(UnixDomainSocketAddress.of(place));
        say("\\"wrong\\"");
        """)).isInstanceOf(JsProcessException.class).hasMessageContaining("before it was ready");
  }

  @Test
  void aWrongTokenDoesNotKeepTheRightOneOut() throws Exception {
    try (JsWorker worker = worker("""
        socket = SocketChannel.open(UnixDomainSocketAddress.of(place));
        say("\\"wrong\\"");
        open();
        say("[\\"l\\",\\"result\\",7]");
        """)) {
      assertThat(Isolated.result(worker.eval("1"))).isEqualTo(7.0);
    }
  }

  @Test
  void itPrintsWithoutEnd() {
    assertThatThrownBy(() -> worker(
        "System.out.println(\"x\".repeat(1 << 20) + \"the end\"); System.out.flush(); Runtime"
            + ".getRuntime().halt(7);")).isInstanceOfSatisfying(JsProcessException.class, ended -> {
              assertThat(ended.exitCode()).hasValue(7);
              assertThat(ended.output()).hasSizeLessThanOrEqualTo(8 << 10).endsWith("the end");
            });
  }

  @Test
  void itKnowsNothingOfTheEnvironment() {
    assertThatThrownBy(() -> worker("System.out.println(System.getenv().keySet()); Runtime.getRuntime().halt(7);"))
        .isInstanceOfSatisfying(JsProcessException.class, ended -> assertThat(ended.output()
            .replaceAll(
                "HOME|XDG_CACHE_HOME|LD_LIBRARY_PATH|TZ|LANG|LC_\\w+|JSC_\\w+|[\\[\\], ]", "")).isEmpty());
  }

  @Test
  void itEndsInAnOrderlyWay() throws Exception {
    try (JsWorker worker = worker("open(); System.exit(3);")) {
      JsProcessException ended = failure(worker.eval("1"), JsProcessException.class);
      assertThat(ended.reason()).isEqualTo(Reason.ENDED);
      assertThat(ended.exitCode()).hasValue(3);
    }
  }

  @Test
  void itDoesNotHeedThatItsSocketIsClosed() throws Exception {
    JsWorker worker = worker("open(); say(\"[\\\"l\\\",\\\"result\\\",7]\"); Thread.sleep(60_000);");
    assertThat(Isolated.result(worker.eval("1"))).isEqualTo(7.0);
    worker.close(Duration.ofSeconds(1));
    assertThat(Isolated.processes()).isEmpty();
  }
}
