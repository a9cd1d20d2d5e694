package dev.touchstone.review.pages;

import io.quarkus.qute.TemplateData;

/**
 * A point in time as a page shows it; the tag {@code moment} makes a {@code time} element of it.
 *
 * @param iso for programs
 * @param text for people, in their language
 */
@TemplateData
public record Moment(String iso, String text) {

    @Override
    public String toString() {
        return text;
    }
}
