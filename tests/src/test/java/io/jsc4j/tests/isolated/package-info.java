/** Workers in processes of their own: what they do, how they end, and what a process that was taken over can't do. */
@NullMarked
package io.jsc4j.tests.isolated;

import org.jspecify.annotations.NullMarked;
