/**
 * The sandbox: an agent under test is asked here, and nowhere else. The root package holds the port through which the
 * security and functional stages ask it, and what can come back.
 */
@NullMarked
package dev.touchstone.sandbox;

import org.jspecify.annotations.NullMarked;
