package io.jsc4j;

import io.jsc4j.internal.ffi.HostErrorView;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.process.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In the process of an isolated worker: stands for an exception that a Java function threw in the parent. It knows what scripts may read of that, which the
 * parent has decided, and nothing else.
 */
final class JsRemoteFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long id;
  private final transient HostErrorView view;

  private JsRemoteFailure(Fields fields) {
    super(fields.text("message"));
    this.id = fields.integer("id");
    List<HostErrorView> errors = new ArrayList<>();
    for (Object error : fields.list("errors")) {
      errors.add(new JsRemoteFailure(Fields.of(error)).view);
    }
    this.view = new HostErrorView(this, fields.has("value")
        ? JsValues.toNative(JsPrimitives.decode(fields.get("value")))
        : null, fields.text("kind"), fields.text("message"), fields.textOrNull("javaClass"), fields.textOrNull(
            "javaStack"),
        fields.has("cause") ? new JsRemoteFailure(Fields.of(fields.get("cause"))).view : null, errors);
  }

  static JsRemoteFailure of(@Nullable Object fields) {
    return new JsRemoteFailure(Fields.of(fields));
  }

  /** By what the parent knows the exception. */
  long id() {
    return id;
  }

  HostErrorView view() {
    return view;
  }

  /** In the parent: what {@link #of} takes. */
  static Map<String, @Nullable Object> fields(HostErrorView view, Numbering numbers) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", numbers.number(view.failure()));
    fields.put("kind", view.kind());
    fields.put("message", view.message());
    fields.put("javaClass", view.javaClass());
    fields.put("javaStack", view.javaStack());
    NativeValue value = view.value();
    if (value != null) {
      fields.put("value", JsPrimitives.encode(value));
    }
    HostErrorView cause = view.cause();
    if (cause != null) {
      fields.put("cause", fields(cause, numbers));
    }
    List<@Nullable Object> errors = new ArrayList<>();
    for (HostErrorView error : view.errors()) {
      errors.add(fields(error, numbers));
    }
    fields.put("errors", errors);
    return fields;
  }

  /** Gives an exception a number by which it is found again. */
  @FunctionalInterface
  interface Numbering {
    /** The number. */
    long number(Throwable failure);
  }
}
