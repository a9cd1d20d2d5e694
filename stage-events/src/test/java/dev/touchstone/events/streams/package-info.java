@NullMarked
package dev.touchstone.events.streams;

import org.jspecify.annotations.NullMarked;
