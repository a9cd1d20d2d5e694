/** Puts the sample agents up for review, shows how far they are, and decides as a reviewer would. */
@NullMarked
package dev.touchstone.local.demo;

import org.jspecify.annotations.NullMarked;
