/**
 * The rules of the design that a build can check. Classes are read as files, so nothing here needs an engine except the comparison of the
 * bindings with what the engine exports.
 */
@NullMarked
package io.jsc4j.tests.architecture;

import org.jspecify.annotations.NullMarked;
