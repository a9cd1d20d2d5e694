/**
 * The guarded way out for the other services, over HTTP: vet a URL, see whether it answers, say something to an agent.
 * They never call a submitted URL themselves.
 */
@NullMarked
package dev.touchstone.sandbox.egress.relay;

import org.jspecify.annotations.NullMarked;
