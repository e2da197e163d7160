package io.jsc4j.tests.api;

import io.jsc4j.HostClass;
import io.jsc4j.JsContext;
import io.jsc4j.JsFunction;
import io.jsc4j.JsMember;
import io.jsc4j.JsObject;
import io.jsc4j.JsRef;
import io.jsc4j.JsScope;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which cycles between Java and JavaScript are collected: the table of docs/threading-and-lifetime.md, a test for each row. */
final class HostClassCollectionTest extends ContextTest {
  /** The engine scans the stack for what may be pointers, so single objects can stay by accident. */
  private static final int MANY = 200;
  private static final int MOST = 180;

  /** A Java object that remembers something of JavaScript, in one way or another. */
  private static final class Listener {
    @Nullable Object remembered;
  }

  private final List<WeakReference<Listener>> listeners = new ArrayList<>();
  private final List<JsRef<?>> references = new ArrayList<>();
  private int told;
  private final HostClass<Listener> listenerClass = HostClass.builder("Listener", Listener.class)
      .constructor(_ -> remember(new Listener()))
      .onCollected(_ -> told++)
      .build();

  private Listener remember(Listener listener) {
    listeners.add(new WeakReference<>(listener));
    return listener;
  }

  private void repeat(IntConsumer action) {
    for (int i = 0; i < MANY; i++) {
      try (JsScope _ = js.openScope()) {
        action.accept(i);
      }
    }
  }

  private long living() {
    return listeners.stream().filter(reference -> reference.get() != null).count();
  }

  /** Lets both collectors work until enough is gone, or it is clear that it won't go. */
  private void collect(int expected) {
    for (int attempt = 0; attempt < 20; attempt++) {
      js.runtime().collectGarbage();
      js.eval("0");
      System.gc();
      if (told >= expected && listeners.size() - living() >= expected) {
        return;
      }
    }
  }

  private void assertCollected() {
    collect(MOST);
    assertThat(told).isBetween(MOST, MANY);
    assertThat(listeners.size() - living()).isGreaterThanOrEqualTo(MOST);
  }

  private void assertNeverCollected() {
    for (int attempt = 0; attempt < 5; attempt++) {
      js.runtime().collectGarbage();
      js.eval("0");
      System.gc();
    }
    assertThat(told).isZero();
    assertThat(living()).isEqualTo(MANY);
  }

  private JsObject newFace(Listener listener) {
    return js.toJsObject(listenerClass, listener);
  }

  private JsFunction closureOver(JsObject face) {
    return js.eval("face => () => face").asFunction().call(face).asFunction();
  }

  @AfterEach
  void closeReferences() {
    references.forEach(JsRef::close);
  }

  @Test
  void aFaceThatNothingReaches() {
    repeat(_ -> newFace(remember(new Listener())));

    assertCollected();
  }

  @Test
  void aConstructedObjectThatNothingReaches() {
    js.global().set("Listener", js.define(listenerClass));
    js.eval("for (let i = 0; i < " + MANY + "; i++) new Listener(); 0");

    assertCollected();
  }

  @Test
  void inTheMiddleOfAScript() {
    js.global().set("Listener", js.define(listenerClass));
    js.global().set("collect", js.function("collect", _ -> {
      js.runtime().collectGarbage();
      js.eval("0");
      return JsValue.undefined();
    }));
    js.eval("for (let i = 0; i < " + MANY + "; i++) new Listener(); for (let i = 0; i < 5; i++) collect(); 0");

    assertThat(told).isGreaterThanOrEqualTo(MOST);
  }

  @Test
  void aFaceThatAScriptReaches() {
    JsObject array = js.newArray();
    repeat(i -> array.set(i, newFace(remember(new Listener()))));

    assertNeverCollected();
    js.eval("array => { array.length = 0 }").asFunction().call(array);
    assertCollected();
  }

  @Test
  void aJavaObjectThatJavaReaches() {
    List<Listener> kept = new ArrayList<>();
    repeat(_ -> {
      Listener listener = remember(new Listener());
      kept.add(listener);
      newFace(listener).set("mark", JsValue.ofNull());
    });
    for (int attempt = 0; told < MOST && attempt < 20; attempt++) {
      js.runtime().collectGarbage();
      js.eval("0");
    }

    assertThat(told).isGreaterThanOrEqualTo(MOST);
    assertThat(living()).isEqualTo(MANY);
    long fresh = kept.stream().filter(listener -> newFace(listener).get("mark").isUndefined()).count();
    assertThat(fresh).isGreaterThanOrEqualTo(MOST);
    assertThat(newFace(kept.getFirst()).hostObject(Listener.class)).containsSame(kept.getFirst());
  }

  @Test
  void aMemberThatLeadsBackToTheFace() {
    repeat(_ -> {
      Listener listener = remember(new Listener());
      JsObject face = newFace(listener);
      listener.remembered = face.own(closureOver(face));
    });

    assertCollected();
  }

  @Test
  void aMemberThatIsTheFaceItself() {
    repeat(_ -> {
      Listener listener = remember(new Listener());
      JsObject face = newFace(listener);
      listener.remembered = face.own(face);
    });

    assertCollected();
  }

  @Test
  void twoJavaObjectsWhoseMembersLeadToEachOther() {
    repeat(i -> {
      if (i % 2 == 0) {
        Listener one = remember(new Listener());
        Listener two = remember(new Listener());
        JsObject faceOfOne = newFace(one);
        JsObject faceOfTwo = newFace(two);
        one.remembered = faceOfOne.own(closureOver(faceOfTwo));
        two.remembered = faceOfTwo.own(closureOver(faceOfOne));
      }
    });

    assertCollected();
  }

  @Test
  void aPropertyOfTheFaceThatLeadsBackToIt() {
    repeat(_ -> {
      JsObject face = newFace(remember(new Listener()));
      face.set("back", closureOver(face));
    });

    assertCollected();
  }

  @Test
  void aHostFunctionThatTheFaceOwnsAndThatHoldsTheJavaObject() {
    repeat(_ -> {
      Listener listener = remember(new Listener());
      JsObject face = newFace(listener);
      face.set("f", js.function("f", _ -> {
        listener.remembered = null;
        return JsValue.undefined();
      }));
    });

    assertCollected();
  }

  @Test
  void aReferenceThatLeadsBackToTheFace() {
    repeat(_ -> {
      Listener listener = remember(new Listener());
      JsRef<JsFunction> reference = closureOver(newFace(listener)).retain();
      references.add(reference);
      listener.remembered = reference;
    });

    assertNeverCollected();
    references.forEach(JsRef::close);
    references.clear();
    assertCollected();
  }

  @Test
  void aHandleThatLeadsBackToTheFace() {
    for (int i = 0; i < MANY; i++) {
      // No scope: a handle of the context lives as long as Java reaches it, and Java does, by way of JavaScript.
      Listener listener = remember(new Listener());
      listener.remembered = closureOver(newFace(listener));
    }

    assertNeverCollected();
  }

  @Test
  void aHostFunctionThatHoldsAHandleOfItsOwnFunction() {
    List<WeakReference<Object>> lambdas = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      Object[] cycle = new Object[1];
      lambdas.add(new WeakReference<>(cycle));
      cycle[0] = js.function("f", _ -> (JsFunction) cycle[0]);
    }
    for (int attempt = 0; attempt < 5; attempt++) {
      js.runtime().collectGarbage();
      js.eval("0");
      System.gc();
    }

    assertThat(lambdas).noneMatch(reference -> reference.get() == null);
  }

  @Test
  void aMemberLivesWithItsOwner() {
    JsObject owner = js.newObject();
    List<JsMember<JsObject>> members = new ArrayList<>();
    try (JsScope _ = js.openScope()) {
      for (int i = 0; i < MANY; i++) {
        members.add(owner.own(js.eval("({ i: " + i + " })").asObject()));
      }
    }
    js.runtime().collectGarbage();

    for (int i = 0; i < MANY; i++) {
      try (JsScope _ = js.openScope()) {
        assertThat(members.get(i).get().orElseThrow().get("i").asInt()).isEqualTo(i);
      }
    }
  }

  @Test
  void aMemberEndsWithItsOwner() {
    List<JsMember<JsObject>> members = new ArrayList<>();
    repeat(_ -> members.add(js.newObject().own(js.newObject())));
    long gone = 0;
    for (int attempt = 0; gone < MOST && attempt < 20; attempt++) {
      js.runtime().collectGarbage();
      try (JsScope _ = js.openScope()) {
        gone = members.stream().filter(member -> member.get().isEmpty()).count();
      }
    }

    assertThat(gone).isGreaterThanOrEqualTo(MOST);
  }

  @Test
  void aMemberThatJavaForgotNoLongerKeepsTheValue() {
    JsObject owner = js.newObject();
    repeat(_ -> owner.own(newFace(remember(new Listener()))));
    for (int attempt = 0; told < MOST && attempt < 20; attempt++) {
      System.gc();
      // Which is when forgotten ones are let go.
      owner.own(owner);
      js.runtime().collectGarbage();
      js.eval("0");
    }

    assertCollected();
  }

  @Test
  void closingTellsOfTheRest() {
    JsContext other = JsContext.open();
    List<JsObject> faces = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      faces.add(other.toJsObject(listenerClass, remember(new Listener())));
    }
    other.close();

    assertThat(told).isEqualTo(3);
    assertThatThrownBy(() -> faces.getFirst().hostObject(Listener.class)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatOnCollectedThrowsHurtsNobody() {
    HostClass<Listener> failing = HostClass.builder("Failing", Listener.class).onCollected(_ -> {
      told++;
      throw new IllegalStateException("logged");
    }).build();
    repeat(_ -> js.toJsObject(failing, remember(new Listener())));

    assertCollected();
    assertUsable();
  }

  @Test
  void onCollectedMayUseTheContext() {
    HostClass<Listener> busy = HostClass.builder("Busy", Listener.class).onCollected(_ -> {
      if (!js.isClosed()) {
        js.eval("globalThis.told = (globalThis.told ?? 0) + 1");
        newFace(new Listener());
      }
      told++;
    }).build();
    repeat(_ -> js.toJsObject(busy, remember(new Listener())));
    collect(MOST);

    assertThat(js.eval("told").asInt()).isGreaterThanOrEqualTo(MOST);
  }
}
