package io.jsc4j.tests.stress;

import io.jsc4j.HostClass;
import io.jsc4j.HostFunction;
import io.jsc4j.HostIndexed;
import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsFunction;
import io.jsc4j.JsMember;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsScope;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

import static io.jsc4j.tests.stress.StressProgram.check;
import static io.jsc4j.tests.stress.StressProgram.report;
import static io.jsc4j.tests.stress.StressProgram.scaled;

/** Java objects with JavaScript faces, while the engine collects without a pause. */
final class HostClassPrograms {
  private HostClassPrograms() {}

  /** What scripts see as a Node. */
  private static final class Node {
    final int number;
    @Nullable JsMember<JsFunction> callback;

    Node(int number) {
      this.number = number;
    }

    JsValue fire() {
      JsMember<JsFunction> listener = callback;
      return listener == null ? JsValue.ofNull() : listener.get().orElseThrow().call(JsNumber.of(number));
    }
  }

  private static final class Digits implements HostIndexed<Node> {
    @Override
    public int length(Node node) {
      return Integer.toString(node.number).length();
    }

    @Override
    public @Nullable JsValue get(Node node, int index) {
      return index < length(node) ? JsString.of(Integer.toString(node.number).substring(index, index + 1)) : null;
    }
  }

  private static int collected;
  private static final HostClass<Node> NODE = HostClass.builder("Node", Node.class)
      .constructor(call -> new Node(call.arg(0).asInt()))
      .accessor("number", node -> JsNumber.of(node.number))
      .method("listen", (node, call) -> {
        node.callback = call.thisValue().asObject().own(call.arg(0).asFunction());
        return JsValue.undefined();
      })
      .method("fire", (node, _) -> node.fire())
      .onCollected(_ -> collected++)
      .build();
  private static final HostClass<Node> LIST = HostClass.builder("List", Node.class)
      .extending(NODE)
      .constructor(call -> new Node(call.arg(0).asInt()))
      .indexed(new Digits())
      .build();

  /** 10,000 objects of each of four kinds, told apart in both directions. */
  static void hostClasses() {
    int count = scaled(10_000);
    try (JsContext js = JsContext.open()) {
      js.global().set("Node", js.define(NODE));
      js.global().set("List", js.define(LIST));
      js.global().set("twice", js.function("twice", HostFunction.ofInt(i -> 2 * i)));
      JsFunction look = js.eval(
          """
              var kept = [];
              class Sub extends Node { #own; constructor(i) { super(i); this.#own = { i } } get own() { return this.#own.i } }
              ((face, i) => {
                const node = new Node(i), list = new List(i), sub = new Sub(i);
                if (face.number !== i || node.number !== i || list.number !== i || sub.number !== i || sub.own !== i)
                  return 'another object';
                if (Array.from(list).join('') !== String(i)) return 'another list: ' + Array.from(list);
                sub.listen(n => [sub, n + sub.number]);
                const fired = sub.fire();
                if (fired[0] !== sub || fired[1] !== twice(i)) return 'another callback';
                if (i % 100 === 0) kept.push(sub);
                return node;
              })""")
          .asFunction();
      List<Node> nodes = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        try (JsScope scope = js.openScope()) {
          Node mine = new Node(i);
          JsObject face = js.toJsObject(NODE, mine);
          JsValue result = look.call(face, JsNumber.of(i));
          check(result instanceof JsObject, "object " + i + ": " + result);
          check(result.asObject().hostObject(Node.class).orElseThrow().number == i, "another Java object in " + scope);
          check(js.toJsObject(NODE, mine).isSame(face), "another face");
          if (i % 100 == 0) {
            nodes.add(mine);
          }
        }
      }
      for (int i = 0; i < nodes.size(); i++) {
        try (JsScope scope = js.openScope()) {
          JsObject face = js.toJsObject(NODE, nodes.get(i));
          check(face.get("number").asInt() == i * 100, "another object in " + scope);
        }
      }
      check(js.eval("kept.findIndex((s, i) => s.number !== i * 100 || s.fire()[0] !== s)").asInt() == -1,
          "what was kept is another object");
      js.runtime().collectGarbage();
      js.eval("0");
      check(collected >= count * 3L, "only " + collected + " of " + 4 * count + " objects were collected");
      report("%,d objects; %,d collected as they went", 4 * count, collected);
    }
    check(JsEngine.liveResources().hostObjects() == 0, "host objects left after close: " + JsEngine.liveResources());
  }

  /** A million objects that one script makes and drops: they have to go while it runs. */
  static void hostObjectsInOneScript() {
    int count = scaled(1_000_000);
    try (JsContext js = JsContext.open()) {
      js.global().set("Node", js.define(NODE));
      long[] most = {0};
      js.global().set("look", js.function("look", _ -> {
        most[0] = Math.max(most[0], JsEngine.liveResources().hostObjects());
        return JsValue.undefined();
      }));
      js.eval("for (let i = 0; i < " + count + "; i++) { new Node(i).listen(() => i); if (i % 1000 === 0) look() }");
      report("%,d objects in one script, at most %,d at a time", count, most[0]);
      check(count < 500_000 || most[0] < count / 2, "objects were not collected while the script ran: " + most[0]);
    }
  }
}
