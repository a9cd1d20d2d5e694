@NullMarked
package dev.touchstone.review.agents;

import org.jspecify.annotations.NullMarked;
