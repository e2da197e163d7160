/** What a server does, for an hour, with its memory measured. */
@NullMarked
package io.jsc4j.tests.soak;

import org.jspecify.annotations.NullMarked;
