@NullMarked
package dev.touchstone.review.pages.agents;

import org.jspecify.annotations.NullMarked;
