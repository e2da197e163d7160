package io.jsc4j.tests.hostile;

import io.jsc4j.HostClass;
import io.jsc4j.HostException;
import io.jsc4j.HostFunction;
import io.jsc4j.JsBoolean;
import io.jsc4j.JsContext;
import io.jsc4j.JsExport;
import io.jsc4j.JsIterator;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What every hostile script finds in its global object: {@code host}, the host class {@code HostPoint}, and the exported
 * object {@code account}. It is what a careless host would grant: each function works on whatever it is given.
 */
public final class HostObjects {
  private static final HostClass<Point> POINT = HostClass.builder("HostPoint", Point.class)
      .constructor(2, call -> new Point(number(call.arg(0)), number(call.arg(1))))
      .accessor("x", point -> JsNumber.of(point.x), (point, value) -> point.x = value.asDouble())
      .accessor("y", point -> JsNumber.of(point.y))
      .method("plus", 1, (point, call) -> {
        Point other = call.arg(0)
            .asObject()
            .hostObject(Point.class)
            .orElseThrow(() -> HostException.typeError(
                "not a HostPoint"));
        return call.context().toJsObject(HostObjects.point(), new Point(point.x + other.x, point.y + other.y));
      })
      .method("map", 1, (point, call) -> {
        point.x = call.arg(0).asFunction().call(JsNumber.of(point.x)).asDouble();
        return call.thisValue();
      })
      .build();

  private HostObjects() {}

  /** A Java object that scripts make and extend. */
  static final class Point {
    private double x;
    private final double y;

    Point(double x, double y) {
      this.x = x;
      this.y = y;
    }
  }

  /** A Java object that scripts are given. */
  @JsExport
  static final class Account {
    @JsExport
    private double balance = 100;

    @JsExport
    private String owner = "Ada";

    @JsExport
    double deposit(double amount) {
      balance += amount;
      return balance;
    }

    @JsExport
    JsValue tell(JsObject listener) {
      return listener.invoke("balance", JsNumber.of(balance));
    }

    @Override
    public String toString() {
      return owner + " has " + balance;
    }
  }

  private static double number(JsValue value) {
    return value instanceof JsNumber(double n) ? n : 0;
  }

  private static HostClass<Point> point() {
    return POINT;
  }

  /** Puts them into the global object. */
  public static void grant(JsContext js) {
    JsObject host = js.newObject();
    add(host, "echo", call -> call.arg(0));
    add(host, "call", call -> call.arg(0).asFunction().call(rest(call.args())));
    add(host, "construct", call -> call.arg(0).asFunction().construct(rest(call.args())));
    add(host, "throwing", call -> {
      throw HostException.error("host: " + call.context().coerceToString(call.arg(0)));
    });
    add(host, "crashing", call -> {
      throw new IllegalStateException("a mistake in the host");
    });
    add(host, "convert", call -> JsString.of(String.valueOf(call.context().toJava(call.arg(0), Object.class))));
    add(host, "json", call -> call.context()
        .toJson(call.arg(0))
        .<JsValue>map(JsString::of)
        .orElse(JsValue.undefined()));
    add(host, "text", call -> JsString.of(call.context().coerceToString(call.arg(0))));
    add(host, "number", call -> JsNumber.of(call.context().coerceToNumber(call.arg(0))));
    add(host, "keys", call -> JsNumber.of(call.arg(0).asObject().keys().size()));
    add(host, "entries", call -> JsNumber.of(call.arg(0).asObject().entries().size()));
    add(host, "list", call -> JsNumber.of(call.arg(0).asArray().toList().size()));
    add(host, "bytes", call -> JsNumber.of(call.arg(0).asArrayBuffer().toByteArray().length));
    add(host, "iterate", call -> JsNumber.of(count(call.arg(0).asObject())));
    add(host, "get", call -> call.arg(0).asObject().get(call.arg(1).asString()));
    add(host, "set", call -> {
      call.arg(0).asObject().set(call.arg(1).asString(), call.arg(2));
      return JsValue.undefined();
    });
    add(host, "same", call -> JsBoolean.of(call.arg(0).isSame(call.arg(1))));
    add(host, "eval", call -> call.context().eval(call.arg(0).asString()));
    add(host, "await", call -> call.context().await(call.arg(0), Duration.ofMillis(20)));
    add(host, "never", call -> call.context().newPromise().promise());
    add(host, "collect", call -> {
      call.context().runtime().collectGarbage();
      return JsValue.undefined();
    });
    add(host, "close", call -> {
      call.context().close();
      return JsValue.undefined();
    });
    js.global().set("host", host);
    js.global().set("HostPoint", js.define(POINT));
    js.export("account", new Account());
  }

  private static void add(JsObject host, String name, HostFunction function) {
    host.set(name, Objects.requireNonNull(host.context()).function(name, function));
  }

  private static JsValue[] rest(List<JsValue> arguments) {
    JsValue[] all = arguments.toArray(JsValue[]::new);
    return all.length == 0 ? all : Arrays.copyOfRange(all, 1, all.length);
  }

  private static int count(JsObject iterable) {
    int count = 0;
    try (JsIterator iterator = iterable.iterate()) {
      while (count < 1000 && iterator.hasNext()) {
        iterator.next();
        count++;
      }
    }
    return count;
  }
}
