package dev.touchstone.review.pages.charts;

/** A mark on an axis: where it is, and what it says. */
public record Tick(String at, String text) {
}
