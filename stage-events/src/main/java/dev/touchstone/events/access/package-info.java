/**
 * Who may call a service. The services of an installation trust one another and the same people, so that what one of
 * them made can be read where it is needed; what a caller may do is annotated at each route and denied otherwise.
 */
@NullMarked
package dev.touchstone.events.access;

import org.jspecify.annotations.NullMarked;
