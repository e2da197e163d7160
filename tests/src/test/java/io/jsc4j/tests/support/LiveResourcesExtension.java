package io.jsc4j.tests.support;

import io.jsc4j.JsEngine;
import io.jsc4j.JsLiveResources;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails a test after which a runtime, context, reference, handle or host object lives that did not live before it.
 * Registered for every test of
 * the module by {@code META-INF/services}.
 *
 * <p>A runtime that has been closed has finalized everything, so the counts are exact without waiting for a collection.
 */
public final class LiveResourcesExtension implements BeforeEachCallback, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(LiveResourcesExtension.class);

  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(NAMESPACE).put("before", JsEngine.liveResources());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    JsLiveResources before = context.getStore(NAMESPACE).remove("before", JsLiveResources.class);
    JsLiveResources after = JsEngine.liveResources();
    if (before != null && hasGrown(before, after)) {
      throw new AssertionError("the test left something alive:\n  before " + before + "\n  after  " + after);
    }
  }

  /** Fewer than before is no leak of this test: the collector may have found one of an earlier test. */
  private static boolean hasGrown(JsLiveResources before, JsLiveResources after) {
    return after.runtimes() > before.runtimes() || after.contexts() > before.contexts()
        || after.references() > before.references() || after.handles() > before.handles()
        || after.hostObjects() > before.hostObjects() || after.weakReferences() > before.weakReferences();
  }
}
