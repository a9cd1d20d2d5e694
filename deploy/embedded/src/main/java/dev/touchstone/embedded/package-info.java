/**
 * A real broker and a real PostgreSQL where no container engine is at hand, for the local system and for tests. Nothing
 * here is part of a deployed service.
 */
@NullMarked
package dev.touchstone.embedded;

import org.jspecify.annotations.NullMarked;
