package io.jsc4j.internal.ffi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The scripts of the service realm, each in a file of its name. A script is an expression that gives an object full of functions; {@link
 * ServiceRealm} calls them by name.
 */
public enum ServiceScript {
  /** Objects as such: prototypes, descriptors, extensibility, equality. */
  OBJECTS,
  /** The views of arrays, maps, sets and iterables. */
  COLLECTIONS,
  /** Dates, regular expressions, errors and symbols. */
  BUILTINS,
  /** Promises and asynchronous iterators: following them. */
  PROMISES,
  /** Array buffers and WebAssembly: what they are, and copying bytes. */
  BYTES,
  /** Loops over many numbers. */
  DOUBLES,
  /** Faces of Java objects, and values that an object owns. */
  HOSTS,
  /** What errors need of the engine. */
  ERRORS,
  /** Conversion between JavaScript values and Java objects. */
  CONVERSION,
  /** Copying graphs of objects. */
  COPYING,
  /** Building them. */
  BUILDING,
  /** Counting microtasks. */
  MICROTASKS,
  /** Comparing realms. */
  FINGERPRINT;

  /** What stack traces call it; frames of {@code jsc4j:realm} are left out of what users see. */
  String url() {
    return "jsc4j:realm/" + fileName();
  }

  private String fileName() {
    return name().toLowerCase(Locale.ROOT) + ".js";
  }

  String source() {
    return read(fileName());
  }

  /** A script beside this class. */
  static String read(String fileName) {
    try (InputStream in = ServiceScript.class.getResourceAsStream(fileName)) {
      if (in == null) {
        throw new IllegalStateException(fileName + " is missing from the jar of jsc4j");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
