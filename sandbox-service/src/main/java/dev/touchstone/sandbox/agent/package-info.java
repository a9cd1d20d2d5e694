/**
 * The protocols that an agent under test speaks, over the guarded way out. What it answers is hostile text: taken out of
 * the envelope, never interpreted.
 */
@NullMarked
package dev.touchstone.sandbox.agent;

import org.jspecify.annotations.NullMarked;
