package dev.touchstone.review.pages.desk;

/**
 * What became of a form. What it asks for is always tried in earnest, so that no rule is written twice, and undone again unless
 * its sender has confirmed it and it is about what they had seen.
 *
 * @param outcome what the rules say of it
 * @param stale whether the review is not any more what its sender had seen
 * @param kept whether it is done and stays done
 */
record Tried<T>(T outcome, boolean stale, boolean kept) {
}
