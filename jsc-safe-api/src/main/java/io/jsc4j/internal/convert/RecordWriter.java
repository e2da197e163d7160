package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.NativeValue;
import org.jspecify.annotations.Nullable;

/** Writes records as objects, with a tag first if they belong to a sealed type. */
final class RecordWriter implements Writer {
  private final RecordShape shape;
  private final @Nullable String tag;

  private RecordWriter(RecordShape shape, @Nullable String tag) {
    this.shape = shape;
    this.tag = tag;
  }

  static Writer of(Class<?> type, PublicTypes types) {
    try {
      return new RecordWriter(RecordShape.of(type), Hierarchy.isMember(type) ? Hierarchy.tagOf(type, types) : null);
    } catch (IllegalAccessException e) {
      String problem = String.valueOf(e.getMessage());
      return (out, _) -> {
        throw out.refuse(problem);
      };
    }
  }

  @Override
  public @Nullable NativeValue write(Writing out, Object value) {
    String property = out.policy().tagProperty();
    if (tag != null && shape.hasComponent(property)) {
      throw out.refuse("the record has a component '" + property
          + "', which is the property that tells the types of a sealed hierarchy apart: choose another one by withTagProperty");
    }
    out.object(value, () -> {
      if (tag != null) {
        out.property(property, tag);
      }
      for (int i = 0; i < shape.size(); i++) {
        out.component(shape, value, i);
      }
    });
    return null;
  }
}
