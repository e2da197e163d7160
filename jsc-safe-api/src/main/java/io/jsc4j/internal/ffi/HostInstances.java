package io.jsc4j.internal.ffi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JavaScript objects, called faces, that stand for Java objects; {@code hosts.js} is their other half. */
public final class HostInstances {
  /** How many numbers one call takes. */
  private static final int BATCH = 1000;

  private HostInstances() {}

  /** Makes an object the face of the instance. */
  public static void adopt(ContextPointer context, CellPointer face, HostInstance instance) {
    HostObjects.Holder holder = context.runtime().hosts().createInstance(context, instance);
    try {
      ServiceRealm.call(context, ServiceScript.HOSTS, "adopt", face, holder.cell(), new NativeValue.Num(holder.id()));
    } finally {
      Realm.discard(holder.cell());
    }
  }

  /** Makes a face for the instance, by the {@code wrap} of its class. */
  public static CellPointer wrap(ContextPointer context, CellPointer wrap, HostInstance instance) {
    HostObjects.Holder holder = context.runtime().hosts().createInstance(context, instance);
    try {
      return (CellPointer) Functions.call(context, wrap, NativeValue.Nullish.UNDEFINED, holder.cell(),
          new NativeValue.Num(holder.id()));
    } finally {
      Realm.discard(holder.cell());
    }
  }

  /** The face of a number, or null if it has been collected. */
  public static @Nullable CellPointer face(ContextPointer context, int id) {
    return ServiceRealm.call(context, ServiceScript.HOSTS, "face", new NativeValue.Num(id)) instanceof CellPointer face
        ? face
        : null;
  }

  /** What an object is the face of, or null if it is none; a proxy around a face is none. Runs nothing of the object. */
  public static @Nullable HostInstance of(ContextPointer context, CellPointer object) {
    if (!(ServiceRealm.call(context, ServiceScript.HOSTS, "holderOf", object) instanceof CellPointer holder)) {
      return null;
    }
    try {
      return context.runtime().hosts().instance(holder);
    } finally {
      Realm.discard(holder);
    }
  }

  /** Makes the owner keep the value alive, under a number. */
  public static void own(ContextPointer context, CellPointer owner, int id, CellPointer value) {
    ServiceRealm.call(context, ServiceScript.HOSTS, "own", owner, new NativeValue.Num(id), value);
  }

  /** An owned value, or null if it has been collected. */
  public static @Nullable CellPointer member(ContextPointer context, int id) {
    return ServiceRealm.call(context, ServiceScript.HOSTS, "member", new NativeValue.Num(
        id)) instanceof CellPointer value
            ? value
            : null;
  }

  /** Forgets the numbers of faces that have been collected, some at a time; those that it forgot are removed from the list. */
  public static void forgetFaces(ContextPointer context, List<Integer> ids) {
    callWithSome(context, "forget", ids);
  }

  /** Forgets members that Java no longer reaches, some at a time; those that it forgot are removed from the list. */
  public static void forgetMembers(ContextPointer context, List<Integer> ids) {
    callWithSome(context, "disown", ids);
  }

  private static void callWithSome(ContextPointer context, String function, List<Integer> ids) {
    List<Integer> some = ids.subList(Math.max(0, ids.size() - BATCH), ids.size());
    NativeValue[] numbers = new NativeValue[some.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = new NativeValue.Num(some.get(i));
    }
    ServiceRealm.call(context, ServiceScript.HOSTS, function, numbers);
    some.clear();
  }
}
