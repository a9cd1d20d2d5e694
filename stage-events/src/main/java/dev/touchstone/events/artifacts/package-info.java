/** The files that events point to: kept by digest in the database of the service that made them, and served by digest. */
@NullMarked
package dev.touchstone.events.artifacts;

import org.jspecify.annotations.NullMarked;
