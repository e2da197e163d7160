/** What depends on how the library is put on a path: class path, module path, class loaders, no engine. */
@NullMarked
package io.jsc4j.tests.packaging;

import org.jspecify.annotations.NullMarked;
