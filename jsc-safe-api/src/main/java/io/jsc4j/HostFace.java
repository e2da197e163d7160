package io.jsc4j;

import io.jsc4j.internal.ffi.HostInstance;

/** The link from a JavaScript object of a {@link HostClass} to its Java object. Lives as long as the JavaScript object. */
final class HostFace implements HostInstance {
  private final HostFaces faces;
  private final HostClass<?> hostClass;
  private final Object target;
  private int id;

  HostFace(HostFaces faces, HostClass<?> hostClass, Object target) {
    this.faces = faces;
    this.hostClass = hostClass;
    this.target = target;
  }

  HostClass<?> hostClass() {
    return hostClass;
  }

  Object target() {
    return target;
  }

  int id() {
    return id;
  }

  @Override
  public void numbered(int number) {
    id = number;
  }

  @Override
  public void collected() {
    faces.collected(this);
  }
}
