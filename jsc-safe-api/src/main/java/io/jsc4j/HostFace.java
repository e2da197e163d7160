package io.jsc4j;

import io.jsc4j.internal.ffi.HostInstance;
import io.jsc4j.internal.ffi.WeakPointer;
import org.jspecify.annotations.Nullable;

/** The link from a JavaScript object of a {@link HostClass} to its Java object. Lives as long as the JavaScript object. */
final class HostFace implements HostInstance {
  private final HostFaces faces;
  private final HostClass<?> hostClass;
  private final Object target;
  /** The way back; null as long as there is no JavaScript object. */
  private @Nullable WeakPointer pointer;

  HostFace(HostFaces faces, HostClass<?> hostClass, Object target) {
    this.faces = faces;
    this.hostClass = hostClass;
    this.target = target;
  }

  /** What it is to the context, or null if it is another one's. */
  @Nullable JsGrant grant(HostFaces ofContext) {
    return faces == ofContext ? new JsGrant(JsGrant.Kind.OBJECT, hostClass.name(), target.getClass()) : null;
  }

  HostClass<?> hostClass() {
    return hostClass;
  }

  Object target() {
    return target;
  }

  @Nullable WeakPointer pointer() {
    return pointer;
  }

  void made(WeakPointer toFace) {
    pointer = toFace;
  }

  @Override
  public void collected() {
    faces.collected(this);
  }
}
