package io.jsc4j.tests.api;

import io.jsc4j.JsHeapStatistics;
import io.jsc4j.JsNumber;
import io.jsc4j.tests.support.ContextTest;
import io.jsc4j.tests.support.Threads;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class HeapStatisticsTest extends ContextTest {
  @Test
  void countWhatIsInTheHeap() {
    js.runtime().collectGarbage();
    JsHeapStatistics before = js.runtime().heapStatistics();
    js.eval(
        "globalThis.kept = Array.from({ length: 5000 }, (_, i) => new Map([[i, 'x'.repeat(100)]])); kept.buffer = new ArrayBuffer(1 << 22)");
    js.runtime().collectGarbage();
    JsHeapStatistics after = js.runtime().heapStatistics();

    assertThat(before.heapSize()).isPositive();
    assertThat(after.heapSize()).isGreaterThan(before.heapSize());
    assertThat(after.heapCapacity()).isGreaterThanOrEqualTo(before.heapCapacity());
    assertThat(after.extraMemorySize()).isGreaterThan(before.extraMemorySize() + 4_000_000);
    assertThat(after.objectCount()).isGreaterThan(before.objectCount() + 5_000);
    assertThat(after.objectTypeCounts().get("Map")).isGreaterThan(5_000);
    assertThat(after.globalObjectCount()).isEqualTo(before.globalObjectCount());
    assertThat(after.protectedObjectCount()).isPositive();
    assertThat(after.protectedGlobalObjectCount()).isPositive();
  }

  @Test
  void countContextsAndHandles() {
    JsHeapStatistics before = js.runtime().heapStatistics();
    for (int i = 0; i < 10; i++) {
      js.runtime().openContext();
    }
    JsHeapStatistics after = js.runtime().heapStatistics();

    assertThat(after.globalObjectCount()).isGreaterThanOrEqualTo(before.globalObjectCount() + 10);
    assertThat(after.protectedObjectCount()).isGreaterThan(before.protectedObjectCount());
  }

  @Test
  void scriptsChangeNothing() {
    js.eval("""
        Object.defineProperty(Object.prototype, 'heapSize', { get() { throw 1 }, set() { throw 2 } });
        Object.keys = () => { throw 3 }""");

    assertThat(js.runtime().heapStatistics().objectTypeCounts()).isNotEmpty();
  }

  @Test
  void canBeAskedForInsideHostFunctions() {
    js.global()
        .set("count", js.function("count", _ -> JsNumber.of((double) js.runtime()
            .heapStatistics()
            .globalObjectCount())));

    assertThat(js.eval("count()").asInt()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void belongToTheOwner() throws InterruptedException {
    Threads.assertWrongThread(() -> js.runtime().heapStatistics());
    js.close();
    assertThatThrownBy(() -> js.runtime().heapStatistics()).isInstanceOf(IllegalStateException.class);
  }
}
