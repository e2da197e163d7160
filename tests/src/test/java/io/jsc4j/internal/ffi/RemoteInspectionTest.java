package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import io.jsc4j.tests.conformance.Covers;
import io.jsc4j.tests.stress.EngineAssumption;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The engine neither announces contexts to an inspector nor gathers what only one would show. */
@Covers({"JSRemoteInspectorSetInspectionEnabledByDefault",
    "JSGlobalContextSetIncludesNativeCallStackWhenReportingExceptions"})
class RemoteInspectionTest {
  private RuntimePointer runtime;

  @BeforeEach
  void open() {
    EngineAssumption.assumeEngine();
    assumeTrue(NativeEngine.instance().has(Feature.INSPECTION));
    runtime = RuntimePointer.create(WatchdogLimits.NONE, false);
  }

  @AfterEach
  void close() {
    if (runtime != null) {
      runtime.close();
    }
  }

  private static void assertNotInspected(MemorySegment context) {
    assertThat(JavaScriptCore.JSGlobalContextIsInspectable(context)).isFalse();
    assertThat(JavaScriptCore.JSGlobalContextGetIncludesNativeCallStackWhenReportingExceptions(context)).isFalse();
  }

  @Test
  void aContextOfAUser() {
    try (Arena arena = Arena.ofConfined()) {
      assertNotInspected(ContextPointer.create(runtime, arena, () -> {}, () -> {}).segment());
    }
  }

  @Test
  void theServiceContext() {
    assertNotInspected(runtime.service().segment());
  }
}
