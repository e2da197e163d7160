/** Whether the checked mode is on, and what it found. Uses nothing of jsc4j, so that the leak ledger, which never reaches the engine, may ask too. */
@NullMarked
package io.jsc4j.internal.checked;

import org.jspecify.annotations.NullMarked;
