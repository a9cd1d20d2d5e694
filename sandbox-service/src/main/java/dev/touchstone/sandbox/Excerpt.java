package dev.touchstone.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * As much of an agent's text as is kept: an agent may say a megabyte to every prompt, and nobody could store or read it.
 * What must not be kept has to be searched for and masked in the whole text before.
 *
 * @param cutFrom the length of the whole in UTF-16 units, null where nothing was cut
 */
public record Excerpt(String text, @Nullable Integer cutFrom) {

    /** Of a failure's detail, which is one line for people. */
    public static final int LONGEST_DETAIL = 300;

    /**
     * @param longest in UTF-16 units; a character that would be halved there is left out
     */
    public static Excerpt of(String whole, int longest) {
        if (whole.length() <= longest) {
            return new Excerpt(whole, null);
        }
        int end = Character.isHighSurrogate(whole.charAt(longest - 1)) ? longest - 1 : longest;
        return new Excerpt(whole.substring(0, end), whole.length());
    }
}
