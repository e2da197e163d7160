package io.jsc4j.samples.tour;

import io.jsc4j.HostException;
import io.jsc4j.JsContext;
import io.jsc4j.JsNumber;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Promises with virtual threads: a script awaits work that other threads do. */
public final class VirtualThreads {
  private static final Map<String, Integer> PRICES = Map.of("apple", 3, "pear", 4, "plum", 5);

  private VirtualThreads() {}

  /** Slow, as a network call is. */
  private static int price(String fruit) {
    Integer price = PRICES.get(fruit);
    if (price == null) {
      throw HostException.rangeError("there is no price of " + fruit);
    }
    return price;
  }

  /**
   * Runs the sample.
   *
   * @param args none
   */
  public static void main(String[] args) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor(); JsContext js = JsContext.open()) {
      js.global().set("price", js.asyncFunction("price", call -> {
        String fruit = call.arg(0).asString();
        return CompletableFuture.supplyAsync(() -> JsNumber.of(price(fruit)), threads);
      }));
      System.out.println(js.await(js.eval("""
          (async () => {
            const prices = await Promise.all(['apple', 'pear', 'plum'].map(price));
            return `together ${prices.reduce((a, b) => a + b)}`;
          })()
          """), Duration.ofSeconds(10)).asString());
      System.out.println(js.await(js.eval("price('stone').catch(error => `caught: ${error.message}`)"), Duration
          .ofSeconds(10)).asString());
    }
  }
}
