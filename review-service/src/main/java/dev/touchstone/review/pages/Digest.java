package dev.touchstone.review.pages;

/** The name of a file or an entry: whole to find it by, brief to look at. */
public record Digest(String whole, String brief) {

    public static Digest of(String whole) {
        return new Digest(whole, Formats.shortDigest(whole));
    }
}
