/** Workers and pools: what they promise to the threads that use them, and to the tenants that share them. */
@NullMarked
package io.jsc4j.tests.workers;

import org.jspecify.annotations.NullMarked;
