/**
 * What an auditor of the native layer relies on: each raw call is justified in its source, the unsafe ledger lists every one of them, and the
 * coverage page accounts for every C function. The two pages in {@code docs} are generated here, and compared by each build.
 */
@NullMarked
package io.jsc4j.tests.architecture.audit;

import org.jspecify.annotations.NullMarked;
