/**
 * The bundled engine. The libraries lie beside the classes, in folders named after their platform; such a name is no
 * package name, so a module does not hide them.
 */
@NullMarked
package io.jsc4j.engine;

import org.jspecify.annotations.NullMarked;
