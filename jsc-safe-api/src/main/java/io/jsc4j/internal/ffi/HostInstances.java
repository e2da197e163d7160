package io.jsc4j.internal.ffi;

import org.jspecify.annotations.Nullable;

/** The JavaScript objects, called faces, that stand for Java objects; {@code hosts.js} is their other half. */
public final class HostInstances {
  private HostInstances() {}

  /** Makes an object the face of the instance. */
  public static void adopt(ContextPointer context, CellPointer face, HostInstance instance) {
    CellPointer holder = context.runtime().hosts().createInstance(context, instance);
    try {
      Realm.discard(ServiceRealm.call(context, ServiceScript.HOSTS, "stamp", face, holder));
    } finally {
      Realm.discard(holder);
    }
  }

  /** Makes a face for the instance, by the {@code wrap} of its class. */
  public static CellPointer wrap(ContextPointer context, CellPointer wrap, HostInstance instance) {
    CellPointer holder = context.runtime().hosts().createInstance(context, instance);
    try {
      return (CellPointer) Functions.call(context, wrap, NativeValue.Nullish.UNDEFINED, holder);
    } finally {
      Realm.discard(holder);
    }
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

  /** Ends that, and gives the owner back. */
  public static void disown(ContextPointer context, CellPointer owner, int id) {
    try {
      ServiceRealm.call(context, ServiceScript.HOSTS, "disown", owner, new NativeValue.Num(id));
    } finally {
      Realm.discard(owner);
    }
  }
}
