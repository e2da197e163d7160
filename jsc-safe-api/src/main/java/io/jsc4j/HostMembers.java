package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.HostFrame;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;

/** Runs the members of a {@link HostClass}. */
final class HostMembers {
  private HostMembers() {}

  /** Runs a method, a getter or a setter. */
  static <T> HostCalls method(JsContext context, HostClass<T> hostClass, String name, HostMethod<? super T> body) {
    return new HostCalls(context, name) {
      @Override
      JsGrant grant() {
        return JsGrant.member(hostClass, name);
      }

      @Override
      void answer(HostFrame frame) {
        HostFace self = receiver(frame, hostClass, name);
        JsCall call = new JsCall(context, name, frame, self);
        try {
          returns(frame, body.call(hostClass.type().cast(self.target()), call));
        } finally {
          call.end();
        }
      }
    };
  }

  /** Runs a constructor; what is passed as {@code this} becomes the face. */
  static <T> HostCalls constructor(JsContext context, HostClass<T> hostClass, HostConstructor<? extends T> body) {
    return new HostCalls(context, hostClass.name()) {
      @Override
      JsGrant grant() {
        return JsGrant.member(hostClass, "constructor");
      }

      @Override
      void answer(HostFrame frame) {
        JsCall call = new JsCall(context, hostClass.name(), frame, null);
        T target;
        try {
          target = requireResult("new " + hostClass.name(), body.construct(call));
        } finally {
          call.end();
        }
        frame.returns(context.run(() -> adopt(context, hostClass, requireType(hostClass, target), frame)));
      }
    };
  }

  private static NativeValue adopt(JsContext context, HostClass<?> hostClass, Object target, HostFrame frame) {
    NativeValue candidate = frame.thisValue();
    try {
      CellPointer other = context.faces().adopt(hostClass, target, (CellPointer) candidate);
      if (other == null) {
        return NativeValue.Nullish.UNDEFINED;
      }
      context.scopes().adopt(other);
      return other;
    } finally {
      Realm.discard(candidate);
    }
  }

  /** The link to the Java object that a member was called for. */
  static HostFace receiver(HostFrame frame, HostClass<?> hostClass, String name) {
    if (frame.receiver() instanceof HostFace face && face.hostClass().is(hostClass)) {
      return face;
    }
    throw new TypeErrorException("'" + name + "' was called on something that is no " + hostClass.name());
  }

  /** Generics can be cheated; the members rely on the type. */
  static Object requireType(HostClass<?> hostClass, Object target) {
    if (!hostClass.type().isInstance(target)) {
      throw new IllegalArgumentException(hostClass + " takes no " + target.getClass().getName());
    }
    return target;
  }
}
