package io.jsc4j.tests.abuse;

import io.jsc4j.HostIndexed;
import io.jsc4j.HostNamed;
import io.jsc4j.JsValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a host class can be given, as simple as it can be. */
final class HostSamples {
  static final HostIndexed<Object> INDEXED = new HostIndexed<>() {
    @Override
    public int length(Object target) {
      return 0;
    }

    @Override
    public @Nullable JsValue get(Object target, int index) {
      return null;
    }
  };

  static final HostNamed<Object> NAMED = new HostNamed<>() {
    @Override
    public List<String> keys(Object target) {
      return List.of();
    }

    @Override
    public @Nullable JsValue get(Object target, String name) {
      return null;
    }
  };

  private HostSamples() {}
}
