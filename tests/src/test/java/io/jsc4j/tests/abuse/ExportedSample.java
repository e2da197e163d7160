package io.jsc4j.tests.abuse;

import io.jsc4j.JsExport;

/** A class that may be exported. */
@JsExport
final class ExportedSample {}
