/** The examples of the library's Javadoc, which shows the marked regions of these files: they are compiled and run here. */
@NullMarked
package io.jsc4j.tests.snippets;

import org.jspecify.annotations.NullMarked;
