package io.jsc4j.tests.abuse;

import io.jsc4j.JsWorker;
import io.jsc4j.JsWorkerOptions;

final class JsProcessWorkerAbuseTest extends JsWorkerAbuseTest {
  @Override
  JsWorker open(JsWorkerOptions options) {
    return JsWorker.isolated(options);
  }
}
