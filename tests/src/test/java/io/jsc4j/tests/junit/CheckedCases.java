package io.jsc4j.tests.junit;

import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsObject;
import io.jsc4j.JsScope;
import io.jsc4j.JsWeakRef;
import io.jsc4j.junit.JsChecked;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What users write, with and without mistakes; {@link JsCheckedTest} runs it. */
@SuppressWarnings("MustBeClosedChecker")
final class CheckedCases {
  /** The process that starts the tests, which is none of those that run them. */
  static final String PARENT = "jsc4j.tests.parent";

  private CheckedCases() {}

  @JsChecked
  static class Clean {
    private final JsContext js = JsContext.open();

    Clean() {
      assertNotEquals(System.getProperty(PARENT), String.valueOf(ProcessHandle.current().pid()));
    }

    @BeforeAll
    static void inTheOtherJvm() {
      assertNotEquals(System.getProperty(PARENT), String.valueOf(ProcessHandle.current().pid()));
    }

    @AfterEach
    void close() {
      js.close();
    }

    @Test
    void passes() {
      assertTrue(JsEngine.isChecked());
      assertEquals(42, js.eval("6 * 7").asInt());
    }

    @Test
    void fails() {
      assertEquals(41, js.eval("6 * 7").asInt());
    }

    @Test
    void isAborted() {
      Assumptions.abort("not today");
    }

    @Test
    @Disabled("not at all")
    void isDisabled() {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void isOdd(int n) {
      assertEquals(n, js.eval(n + " % 2 && " + n).asInt());
    }

    @TestFactory
    Stream<DynamicTest> dynamic() {
      return Stream.of("1", "2").map(n -> DynamicTest.dynamicTest("is " + n, () -> assertEquals("1", n)));
    }

    @Nested
    class Inner {
      @Test
      void passesToo() {
        assertEquals("object", js.eval("typeof globalThis").asString());
      }
    }
  }

  @JsChecked
  static class Leaking {
    private static @Nullable JsContext shared;

    @BeforeAll
    static void open() {
      shared = JsContext.open();
    }

    @AfterAll
    static void close() {
      shared().close();
    }

    private static JsContext shared() {
      return Objects.requireNonNull(shared);
    }

    @Test
    void leavesAContext() {
      JsContext.open();
    }

    @Test
    void leavesAScope() {
      shared().openScope();
    }

    @Test
    void leavesAReference() {
      shared().eval("({})").asObject().retain();
    }

    @Test
    void leavesNothing() {
      try (JsScope scope = shared().openScope()) {
        assertTrue(scope.scope().isAlive());
      }
    }
  }

  @JsChecked
  static class LeakingAfterAll {
    @BeforeAll
    static void open() {
      JsContext.open();
    }

    @Test
    void passes() {}
  }

  static class Mistaken {
    /** Works in every small test, until the collector runs at another moment. */
    @Test
    @JsChecked(collectContinuously = false, slowPathAllocationsBetweenCollections = 5)
    void trustsAWeakReference() {
      weak();
    }

    @Test
    void trustsAWeakReferenceUnchecked() {
      weak();
    }

    private static void weak() {
      try (JsContext js = JsContext.open()) {
        List<JsWeakRef<? extends JsObject>> cached = new ArrayList<>();
        try (JsScope scope = js.openScope()) {
          assertTrue(scope.scope().isAlive());
          for (int i = 0; i < 20; i++) {
            cached.add(js.eval("({ answer: 42 })").asObject().weak());
          }
        }
        assertEquals(2000, js.eval("Array.from({ length: 2000 }, (_, i) => ({ i })).length").asInt());
        for (JsWeakRef<? extends JsObject> weak : cached) {
          assertEquals(42, weak.get().orElseThrow().get("answer").asInt());
        }
      }
    }

    @Test
    @JsChecked
    void usesAHandleAfterItsScope() {
      try (JsContext js = JsContext.open()) {
        JsObject kept;
        try (JsScope scope = js.openScope()) {
          assertTrue(scope.scope().isAlive());
          kept = js.eval("({ answer: 42 })").asObject();
        }
        kept.get("answer");
      }
    }

    @Test
    @JsChecked
    void endsItsJvm() {
      Runtime.getRuntime().halt(7);
    }

    @Test
    @JsChecked(timeoutSeconds = 3)
    void hangs() throws InterruptedException {
      new java.util.concurrent.CountDownLatch(1).await();
    }
  }

  @JsChecked(collectContinuously = false, slowPathAllocationsBetweenCollections = 10, zombies = true)
  static class OtherStress {
    @BeforeEach
    void check() {
      assertEquals(List.of("JSC_scribbleFreeCells", "JSC_slowPathAllocsBetweenGCs", "JSC_sweepSynchronously",
          "JSC_useZombieMode"), System.getenv()
              .keySet()
              .stream()
              .filter(name -> name.startsWith("JSC_"))
              .sorted()
              .toList());
    }

    @Test
    void works() {
      try (JsContext js = JsContext.open()) {
        assertEquals(1000, js.eval("Array.from({ length: 1000 }, (_, i) => ({ i })).length").asInt());
        assertThrows(IllegalArgumentException.class, () -> js.openScope().allocate(-1));
      }
    }
  }
}
