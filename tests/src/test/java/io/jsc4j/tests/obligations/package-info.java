/** The proofs that each obligation of the audited package is enforced: with its code, and with it taken out. */
@NullMarked
package io.jsc4j.tests.obligations;

import org.jspecify.annotations.NullMarked;
