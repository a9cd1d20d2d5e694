/**
 * Signed notes and the checkpoints written in them, as c2sp.org/signed-note and c2sp.org/tlog-checkpoint define them, with
 * Ed25519 keys. Pure functions on text; where keys come from and where notes are kept is decided elsewhere.
 */
@NullMarked
package dev.touchstone.review.ledger.note;

import org.jspecify.annotations.NullMarked;
