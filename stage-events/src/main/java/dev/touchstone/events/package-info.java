/**
 * What the services tell each other: the envelope of a stage event and the sealed hierarchy of its bodies.
 * A body's type says who may state it, and so on which topic it travels ({@link dev.touchstone.events.Topics}).
 */
@NullMarked
package dev.touchstone.events;

import org.jspecify.annotations.NullMarked;
