/**
 * What an agent says about itself, in any of the three forms that are accepted. Reading is pure and names every fault by JSON
 * pointer.
 */
@NullMarked
package dev.touchstone.submission.card;

import org.jspecify.annotations.NullMarked;
