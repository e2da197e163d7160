package io.jsc4j.tests.api;

import io.jsc4j.JsObject;
import io.jsc4j.JsScope;
import io.jsc4j.tests.conformance.Covers;
import io.jsc4j.tests.support.ContextTest;
import io.jsc4j.tests.support.Threads;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Covers("JSGlobalContextSetName")
final class ContextNameTest extends ContextTest {
  @Test
  void isWhatMessagesCallIt() {
    assertThat(js.name()).matches("context \\d+");
    js.setName("rules of \u00e4\ud83d\ude00\0");

    assertThat(js.name()).isEqualTo("rules of \u00e4\ud83d\ude00\0");
    assertThat(js).hasToString("rules of \u00e4\ud83d\ude00\0");
    JsObject ended;
    try (JsScope _ = js.openScope()) {
      ended = js.newObject();
    }
    assertThatThrownBy(() -> ended.get("x")).hasMessageContaining("of rules of \u00e4");
    js.setName("");
    assertThat(js.name()).isEmpty();
  }

  @Test
  void canBeReadAnywhereAndSetByTheOwner() throws InterruptedException {
    js.setName("shared");
    Threads.onPlatformThread(() -> assertThat(js.name()).isEqualTo("shared"));
    Threads.assertWrongThread(() -> js.setName("other"));
    js.close();

    assertThat(js).hasToString("shared (closed)");
    assertThat(js.name()).isEqualTo("shared");
    assertThatThrownBy(() -> js.setName("late")).isInstanceOf(IllegalStateException.class);
  }
}
