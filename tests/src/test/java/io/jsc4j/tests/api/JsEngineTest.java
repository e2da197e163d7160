package io.jsc4j.tests.api;

import io.jsc4j.JsCapability;
import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsLiveResources;
import io.jsc4j.tests.support.EngineUnderTest;
import io.jsc4j.tests.support.NeedsEngine;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@NeedsEngine
final class JsEngineTest {
  @Test
  void isLoadedOnce() {
    assertThat(JsEngine.load()).isSameAs(JsEngine.load());
  }

  @Test
  void tellsWhatAndWhere() {
    JsEngine engine = JsEngine.load();

    assertThat(engine.version()).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
    assertThat(engine.origin()).contains(EngineUnderTest.name());
    assertThat(engine.library().getFileName().toString()).contains("javascriptcore");
    assertThat(JsEngine.libraryVersion()).isNotEmpty();
  }

  @Test
  void theBundledEngineIsAFileOfItsOwn() {
    if (EngineUnderTest.name().equals("bundled")) {
      assertThat(Files.isRegularFile(JsEngine.load().library())).isTrue();
      assertThat(JsEngine.load().missingCapabilities()).isEmpty();
    }
  }

  @Test
  void capabilitiesAreThereOrMissing() {
    JsEngine engine = JsEngine.load();

    for (JsCapability capability : JsCapability.values()) {
      assertThat(engine.capabilities().contains(capability)).isNotEqualTo(engine.missingCapabilities()
          .contains(capability));
    }
  }

  @Test
  void liveResourcesCountWhatIsOpen() {
    JsLiveResources none = JsEngine.liveResources();
    try (JsContext js = JsContext.open()) {
      JsLiveResources one = JsEngine.liveResources();
      assertThat(one.runtimes()).isEqualTo(none.runtimes() + 1);
      assertThat(one.contexts()).isEqualTo(none.contexts() + 1);
      js.global().set("f", js.function("f", call -> call.arg(0)));
      assertThat(JsEngine.liveResources().hostObjects()).isEqualTo(one.hostObjects() + 1);
      assertThat(JsEngine.liveResources().handles()).isGreaterThan(one.handles());
    }
    assertThat(JsEngine.liveResources()).isEqualTo(none);
  }
}
