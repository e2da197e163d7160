/** The JUnit extension, tried on classes that it runs. */
@NullMarked
package io.jsc4j.tests.junit;

import org.jspecify.annotations.NullMarked;
