/** What the tests share: the engine under test, and the check that nothing is left open. */
@NullMarked
package io.jsc4j.tests.support;

import org.jspecify.annotations.NullMarked;
