/**
 * Signatures of cards: those of A2A inside a card, and the bundle beside one. A signature counts if it matches the card and
 * its key is one that the submitting organisation registered and did not revoke; a key that a signature brings along proves
 * nothing.
 */
@NullMarked
package dev.touchstone.submission.card.signature;

import org.jspecify.annotations.NullMarked;
