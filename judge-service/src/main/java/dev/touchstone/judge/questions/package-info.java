/**
 * Questions made from the agent's card by fixed templates. The same card gives the same questions, and each names the place in
 * the card that it comes from.
 */
@NullMarked
package dev.touchstone.judge.questions;

import org.jspecify.annotations.NullMarked;
