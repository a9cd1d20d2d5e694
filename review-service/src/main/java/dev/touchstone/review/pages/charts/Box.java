package dev.touchstone.review.pages.charts;

/** A rectangle, as attributes. */
public record Box(String x, String y, String width, String height) {

    static Box of(double x, double y, double width, double height) {
        return new Box(Pen.at(x), Pen.at(y), Pen.at(width), Pen.at(height));
    }
}
