/**
 * The reviewers' pages. A page is a record with a template of its name, given view records that are already shaped for
 * display; everything works without a script, and text from agents is shown, never obeyed.
 */
@NullMarked
package dev.touchstone.review.pages;

import org.jspecify.annotations.NullMarked;
