package dev.touchstone.review.pages.charts;

/** The signs that tell series apart without colour. */
enum Sign {

    DISC,
    SQUARE,
    DIAMOND,
    TRIANGLE;

    private static final double HALF = 4;

    static Sign of(int number) {
        return values()[number];
    }

    /** The outline around a place, as the data of a path. */
    String at(double x, double y) {
        return switch (this) {
            case DISC -> from(x - HALF, y) + "a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z";
            case SQUARE -> from(x - HALF, y - HALF) + "h8v8h-8z";
            case DIAMOND -> from(x, y - 5) + "l5 5l-5 5l-5 -5z";
            case TRIANGLE -> from(x, y - 5) + "l5 9h-10z";
        };
    }

    private static String from(double x, double y) {
        return "M" + Pen.at(x) + " " + Pen.at(y);
    }
}
